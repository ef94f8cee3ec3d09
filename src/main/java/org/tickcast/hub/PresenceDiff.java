package org.tickcast.hub;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Who has come and who has gone since the version before.
 *
 * @param version the version that this leads to
 * @param count how many are there then
 * @param complete whether all are named who came or went
 */
public record PresenceDiff(
        long version, NavigableSet<String> joins, NavigableSet<String> leaves, int count, boolean complete) {

    public PresenceDiff {
        joins = Collections.unmodifiableNavigableSet(new TreeSet<>(joins));
        leaves = Collections.unmodifiableNavigableSet(new TreeSet<>(leaves));
        if (joins.stream().anyMatch(leaves::contains)) {
            throw new IllegalArgumentException("Nobody both comes and goes in one step");
        }
    }

    /** With as many names as there is room for, those who came first. */
    static PresenceDiff of(long version, Collection<String> joins, Collection<String> leaves, int count, int named) {
        TreeSet<String> came = first(joins, named);
        TreeSet<String> went = first(leaves, named - came.size());
        boolean complete = came.size() == joins.size() && went.size() == leaves.size();
        return new PresenceDiff(version, came, went, count, complete);
    }

    private static TreeSet<String> first(Collection<String> users, int named) {
        TreeSet<String> first = new TreeSet<>();
        users.stream().limit(named).forEach(first::add);
        return first;
    }
}
