package org.tickcast.broadcast;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame.Kind;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Patch;
import org.tickcast.wire.Picture;
import org.tickcast.wire.VersionedProtocol;

/**
 * The frames that lead to the newest picture of a channel, each written when the first reader needs it and then shared.
 * There are so many and no more: readers beyond share one snapshot, which leads there from anywhere.
 *
 * <p>Threads: belongs to the tick.
 */
final class FrameCache {

    private final Picture picture;
    private final Channel channel;
    private final String epoch;
    private final int most;
    private final Map<Step, VersionedFrame> written = new HashMap<>();
    private @Nullable VersionedFrame forAllOthers;
    private @Nullable VersionedFrame beat;
    private Instant publishedAt = Instant.EPOCH;
    /** Since the listener was last told. */
    private long stepsFound;

    private long stepsWritten;

    FrameCache(Channel channel, Picture picture, String epoch, int most) {
        this.channel = channel;
        this.picture = picture;
        this.epoch = epoch;
        this.most = most;
    }

    /** There is a new picture, so what was written is of no use any more. */
    void published(Instant at) {
        publishedAt = at;
        written.clear();
        forAllOthers = null;
        beat = null;
    }

    /** A patch from that version on; the snapshot where it would be no shorter. */
    VersionedFrame from(long base, long skipped) {
        return frame(new Step(base, skipped));
    }

    VersionedFrame snapshot(long skipped) {
        return frame(new Step(Seat.NOTHING, skipped));
    }

    /** What everybody who has the newest picture should have. */
    VersionedFrame beat(Instant now) {
        VersionedFrame known = beat;
        if (known == null) {
            long version = picture.version();
            known = new VersionedFrame(Kind.BEAT, version, VersionedProtocol.beat(now, version, picture.checksum()));
            beat = known;
        }
        return known;
    }

    /** It is time for a new beat. */
    void forgetBeat() {
        beat = null;
    }

    /** What has been found and written since it was last told. */
    void tellOfSteps(BroadcastListener listener) {
        if (stepsFound + stepsWritten > 0) {
            listener.stepped(channel, stepsFound, stepsWritten);
            stepsFound = 0;
            stepsWritten = 0;
        }
    }

    private VersionedFrame frame(Step step) {
        VersionedFrame known = written.get(step);
        if (known != null) {
            stepsFound++;
            return known;
        }
        if (written.size() >= most) {
            return forAllOthers();
        }
        stepsWritten++;
        VersionedFrame frame = write(step);
        written.put(step, frame);
        return frame;
    }

    private VersionedFrame write(Step step) {
        if (step.base() != Seat.NOTHING) {
            Patch patch = picture.since(step.base());
            if (patch.length() < picture.text().length()) {
                String text = VersionedProtocol.patch(publishedAt, patch, step.skipped());
                return new VersionedFrame(Kind.PATCH, patch.to(), text);
            }
        }
        return snapshotWith(step.skipped());
    }

    private VersionedFrame forAllOthers() {
        VersionedFrame known = forAllOthers;
        stepsFound += known == null ? 0 : 1;
        if (known == null) {
            stepsWritten++;
            known = snapshotWith(null);
            forAllOthers = known;
        }
        return known;
    }

    private VersionedFrame snapshotWith(@Nullable Long skipped) {
        long version = picture.version();
        String text = VersionedProtocol.snapshot(publishedAt, epoch, version, skipped, picture.text());
        return new VersionedFrame(Kind.SNAPSHOT, version, text);
    }

    private record Step(long base, long skipped) {}
}
