package org.tickcast.feed.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.LogAway;
import org.tickcast.cluster.LogPosition;

/**
 * Held the lease, and cannot reach the log: goes on for its own clients, in an epoch of its own, and asks now and then
 * whether the log is back, without waiting for the answer. If nobody has written meanwhile, its market becomes everybody's;
 * if somebody has, it takes theirs.
 */
final class Alone implements Part {

    private final Desk desk;
    private final Pace pace;
    private final Elapsing look;
    private @Nullable CompletableFuture<FeedLease.View> asking;

    Alone(Desk desk) {
        this.desk = desk;
        this.pace = new Pace(desk);
        this.look = desk.elapsing(desk.limits.log().look());
        look.restart();
        desk.changeHolder();
        desk.beginOwnEpoch();
        desk.feedOn();
    }

    @Override
    public Standing standing() {
        return Standing.ALONE;
    }

    @Override
    public Part step() {
        if (asking == null && look.isOver()) {
            asking = desk.ask(() -> desk.lease.hold(desk.holder()));
        }
        if (asking != null && asking.isDone()) {
            FeedLease.View view = answer(asking);
            asking = null;
            look.restart();
            if (view != null) {
                return reconcile(view);
            }
        }
        if (desk.steps.hasRoomFor(desk.limits.stepsOfOneLook())) {
            desk.letHappen(pace.next());
        }
        return this;
    }

    @Override
    public Part failed(LogAway why) {
        throw new IllegalStateException("It asks the log for nothing that it waits for", why);
    }

    private Part reconcile(FeedLease.View view) {
        LogPosition end = view.end();
        LogPosition left = desk.position();
        // One entry more may be the one that was on its way when the log went away.
        boolean untouched = end == null || (left != null && end.compareTo(left.next()) <= 0);
        if (view.mine() && untouched) {
            return new Beginning(desk, end, true);
        }
        desk.losePosition();
        return new Following(desk);
    }

    private static FeedLease.@Nullable View answer(CompletableFuture<FeedLease.View> asked) {
        try {
            return asked.join();
        } catch (CompletionException stillAway) {
            return null;
        }
    }
}
