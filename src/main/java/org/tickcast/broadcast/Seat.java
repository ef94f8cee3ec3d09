package org.tickcast.broadcast;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedCommand;

/**
 * The place of one reader in an audience: what it wishes, and how far it is.
 *
 * <p>Threads: the public methods are for any thread, and only leave a note; however often they are called, one note
 * waits at most. What is asked of it from outside may be a moment old. All else belongs to the tick.
 */
public final class Seat {

    /** No version is. */
    public static final long NOTHING = -1;

    private final Reader reader;
    private final Since since;
    private final Queue<Seat> notes;
    private final AtomicBoolean noted = new AtomicBoolean();

    private volatile boolean left;
    private volatile boolean isFree = true;
    private volatile boolean wishesSnapshot;
    private volatile int perSecond;

    private boolean waits;
    private long waitsSinceNanos;
    /** Written by the tick alone, like what was skipped, and read by whoever asks how the reader is served. */
    private volatile long base = NOTHING;

    private volatile long skippedInAll;
    private long publicationsSeen;
    private long lastPictureNanos;
    private long lastSnapshotNanos;
    private boolean hadPicture;
    private boolean hadSnapshot;
    private boolean owedSnapshot;
    private boolean owedBeat;
    private boolean refused;

    Seat(Reader reader, Since since, Queue<Seat> notes) {
        this.reader = reader;
        this.since = since;
        this.notes = notes;
    }

    /** From the next tick on the reader is told what there is to tell. */
    public void take() {
        note();
    }

    /** The reader could take a picture again, after it has refused one. */
    public void freed() {
        isFree = true;
        note();
    }

    /** The client has said something. What is not about pictures is for others to answer. */
    public void hear(VersionedCommand command) {
        if (command instanceof VersionedCommand.Pace pace) {
            perSecond = pace.perSecond();
            note();
        } else if (command instanceof VersionedCommand.Resync) {
            wishesSnapshot = true;
            note();
        }
    }

    /** From the next tick on the reader is given nothing any more. */
    public void leave() {
        left = true;
        note();
    }

    /** The version of the picture that it was given last, or {@link #NOTHING}. */
    public long version() {
        return base;
    }

    /** How many pictures were published that it was not given, since it was given the first. */
    public long skipped() {
        return skippedInAll;
    }

    /** How many pictures a second it wants at most; 0 when it wants all. */
    public int perSecond() {
        return perSecond;
    }

    void note() {
        if (!noted.getAndSet(true)) {
            notes.add(this);
        }
    }

    /** Takes over what was noted. */
    void takeNotes() {
        noted.set(false); // First, or a wish that comes now would be heard by nobody.
        if (isFree) {
            isFree = false;
            refused = false;
        }
        if (wishesSnapshot) {
            wishesSnapshot = false;
            owedSnapshot = true;
        }
    }

    /** Whether it has waited to be greeted for so long since this was asked first. */
    boolean hasWaited(long nowNanos, long longEnoughNanos) {
        if (!waits) {
            waits = true;
            waitsSinceNanos = nowNanos;
        }
        return nowNanos - waitsSinceNanos >= longEnoughNanos;
    }

    boolean hasLeft() {
        return left;
    }

    Since since() {
        return since;
    }

    long base() {
        return base;
    }

    boolean isBusy() {
        return refused;
    }

    boolean lacks(long version) {
        return base != version || owedSnapshot;
    }

    boolean needsSnapshot() {
        return owedSnapshot || base == NOTHING;
    }

    boolean isOwedBeat() {
        return owedBeat;
    }

    void oweBeat() {
        owedBeat = true;
    }

    /** Whether it wants a picture so soon after the last one. */
    boolean isDue(long nowNanos, long resyncGapNanos) {
        int pace = perSecond;
        boolean soon = pace > 0 && hadPicture && nowNanos - lastPictureNanos < gapNanos(pace);
        boolean again = owedSnapshot && hadSnapshot && nowNanos - lastSnapshotNanos < resyncGapNanos;
        return !soon && !again;
    }

    /** How many pictures were published since its last one, besides the newest. */
    long skipped(long publications) {
        return Math.max(0, publications - publicationsSeen - 1);
    }

    /** It was not given so many pictures that were published. To be called by the tick alone. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    void hasSkipped(long pictures) {
        if (pictures > 0) {
            skippedInAll += pictures;
        }
    }

    /** Says that it has the picture of this version, from us or from an earlier visit. */
    void has(long version, long publications) {
        base = version;
        publicationsSeen = publications;
    }

    /** What it has is of no use any more. */
    void forget() {
        base = NOTHING;
    }

    /** Hands over a picture if the reader takes it, and says whether it has. */
    boolean hand(VersionedFrame picture, long publications, long nowNanos) {
        if (!offer(picture)) {
            return false;
        }
        has(picture.version(), publications);
        hadPicture = true;
        lastPictureNanos = nowNanos;
        if (picture.kind() == VersionedFrame.Kind.SNAPSHOT) {
            owedSnapshot = false;
            hadSnapshot = true;
            lastSnapshotNanos = nowNanos;
        }
        return true;
    }

    boolean handBeat(VersionedFrame beat) {
        owedBeat = !offer(beat);
        return !owedBeat;
    }

    void tell(VersionedFrame frame) {
        reader.tell(frame);
    }

    private boolean offer(VersionedFrame frame) {
        refused = !reader.offer(frame);
        return !refused;
    }

    private static long gapNanos(int perSecond) {
        return (TimeUnit.SECONDS.toNanos(1) + perSecond - 1) / perSecond;
    }
}
