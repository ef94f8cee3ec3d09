package org.tickcast.broadcast;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one client of {@code tickcast.v1}: one frame at a time, in the order in which they came. There
 * is at most one picture or beat in here; those that come meanwhile are refused and forgotten, because the next one can
 * say it all. Greetings, status, alerts and answers wait in a row, so many and no more: beyond it the oldest alert or
 * answer is lost. The greeting goes before all answers. A newer status takes the place of one that waits. A goodbye waits
 * for answers only, so that who is sent away for what it said has heard why; after it nothing is taken any more.
 *
 * <p>Threads: any thread may offer and tell; whatever thread finishes a send says so. The lock is held for a few
 * instructions only, never while sending.
 */
public final class Outbox implements Reader {

    /** How many frames may wait behind the one that is on its way. */
    public static final int MOST_WAITING = 64;

    private final Consumer<VersionedFrame> sender;
    private final Runnable freed;
    private final Object lock = new Object();

    /** Made when first needed: most frames find nothing on its way. */
    @GuardedBy("lock") private @Nullable ArrayDeque<VersionedFrame> waiting;

    @GuardedBy("lock") private @Nullable VersionedFrame onItsWay;

    @GuardedBy("lock") private boolean wasGreeted;

    @GuardedBy("lock") private boolean hasPicture;

    @GuardedBy("lock") private boolean hasRefused;

    @GuardedBy("lock") private boolean saidGoodbye;

    @GuardedBy("lock") private long lost;

    /**
     * @param sender puts one frame on its way; {@link #sent} is due when it has left
     * @param freed told when a picture would be taken again after one was refused
     */
    public Outbox(Consumer<VersionedFrame> sender, Runnable freed) {
        this.sender = sender;
        this.freed = freed;
    }

    @Override
    public boolean offer(VersionedFrame frame) {
        synchronized (lock) {
            if (hasPicture || saidGoodbye) {
                hasRefused = true;
                return false;
            }
            hasPicture = true;
            if (!isNext(frame)) {
                row().addLast(frame);
                return true;
            }
        }
        sender.accept(frame);
        return true;
    }

    @Override
    public void tell(VersionedFrame frame) {
        synchronized (lock) {
            if (saidGoodbye) {
                return;
            }
            wasGreeted = wasGreeted || frame.kind() == VersionedFrame.Kind.HELLO;
            boolean comesTooEarly = frame.kind() == VersionedFrame.Kind.REPLY && !wasGreeted;
            if (comesTooEarly || !isNext(frame)) {
                leaveWaiting(frame);
                return;
            }
            saidGoodbye = frame.kind() == VersionedFrame.Kind.BYE;
        }
        sender.accept(frame);
    }

    /** Says that the frame on its way has left. */
    public void sent() {
        boolean free;
        VersionedFrame next;
        synchronized (lock) {
            boolean picture = onItsWay != null && onItsWay.kind().canBeMissed();
            hasPicture = hasPicture && !picture;
            free = picture && hasRefused && !saidGoodbye;
            hasRefused = hasRefused && !free;
            next = waiting == null ? null : waiting.pollFirst();
            onItsWay = next;
        }
        if (next != null) {
            sender.accept(next);
        }
        if (free) {
            freed.run();
        }
    }

    /** How many alerts and answers were given up, because too many waited. */
    public long lost() {
        synchronized (lock) {
            return lost;
        }
    }

    /** How many frames wait behind the one that is on its way. */
    public int waiting() {
        synchronized (lock) {
            return waiting == null ? 0 : waiting.size();
        }
    }

    @GuardedBy("lock") private boolean isNext(VersionedFrame frame) {
        if (onItsWay == null) {
            onItsWay = frame;
            return true;
        }
        return false;
    }

    @GuardedBy("lock") private void leaveWaiting(VersionedFrame frame) {
        ArrayDeque<VersionedFrame> row = row();
        switch (frame.kind()) {
            case BYE -> {
                row.removeIf(other -> other.kind() != VersionedFrame.Kind.REPLY);
                saidGoodbye = true;
            }
            case STATUS -> row.removeIf(older -> older.kind() == VersionedFrame.Kind.STATUS);
            case HELLO, SNAPSHOT, PATCH, BEAT, ALERT, REPLY -> makeRoom(row);
        }
        row.addLast(frame);
    }

    /** There is always something to give up: of all other kinds one waits at most. */
    @GuardedBy("lock") private void makeRoom(ArrayDeque<VersionedFrame> row) {
        Iterator<VersionedFrame> oldestFirst = row.iterator();
        boolean full = row.size() >= MOST_WAITING;
        while (full && oldestFirst.hasNext()) {
            if (oldestFirst.next().kind().isOneOfMany()) {
                oldestFirst.remove();
                lost++;
                full = false;
            }
        }
    }

    @GuardedBy("lock") private ArrayDeque<VersionedFrame> row() {
        ArrayDeque<VersionedFrame> row = waiting;
        if (row == null) {
            row = new ArrayDeque<>(4);
            waiting = row;
        }
        return row;
    }
}
