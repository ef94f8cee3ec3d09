package org.tickcast.hub;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who is in a room, at one version of it.
 *
 * @param users those who are named
 * @param count how many are there
 * @param complete whether all are named
 */
public record PresenceState(long version, NavigableSet<String> users, int count, boolean complete) {

    public PresenceState {
        users = Collections.unmodifiableNavigableSet(new TreeSet<>(users));
        if (count < 0) {
            throw new IllegalArgumentException("There cannot be " + count);
        }
    }

    /**
     * What it is after the step. A step that is in it already changes nothing. Empty when a step before it is missing:
     * then only asking for the whole state helps.
     */
    public Optional<PresenceState> after(PresenceDiff diff) {
        if (diff.version() <= version) {
            return Optional.of(this);
        }
        if (diff.version() != version + 1) {
            return Optional.empty();
        }
        TreeSet<String> now = new TreeSet<>(users);
        now.addAll(diff.joins());
        now.removeAll(diff.leaves());
        return Optional.of(new PresenceState(diff.version(), now, diff.count(), complete && diff.complete()));
    }

    /** The step from this state to another that is complete as well. */
    public PresenceDiff stepTo(PresenceState next) {
        TreeSet<String> joins = new TreeSet<>(next.users);
        joins.removeAll(users);
        TreeSet<String> leaves = new TreeSet<>(users);
        leaves.removeAll(next.users);
        return new PresenceDiff(version + 1, joins, leaves, next.count, complete && next.complete);
    }
}
