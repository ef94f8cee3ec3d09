package org.tickcast.hub.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.tickcast.socket.MessageSender;
import org.tickcast.wire.TextMessage;

/**
 * What waits for one client, in order. One frame is on its way at a time, and none is left out: a client that has too much
 * to wait for is given up instead, and nothing is kept for it any more.
 *
 * <p>Threads: any. Nothing is sent under the lock; and when frames leave as fast as they are sent, one thread goes on
 * sending instead of each frame inside the one before.
 */
final class WaitingFrames {

    private final WaitingLimits limits;
    private final MessageSender sender;
    private final Runnable whenLeft = this::left;

    @GuardedBy("this") private final Queue<TextMessage> waiting = new ArrayDeque<>();

    @GuardedBy("this") private int characters;

    @GuardedBy("this") private boolean onItsWay;
    /** Whether a thread is inside {@link #send}, and sees to what comes next. */
    @GuardedBy("this") private boolean sending;

    @GuardedBy("this") private boolean leftMeanwhile;

    @GuardedBy("this") private boolean ended;

    @GuardedBy("this") private boolean overflowed;

    @GuardedBy("this") private @Nullable Runnable afterLast;

    WaitingFrames(WaitingLimits limits, MessageSender sender) {
        this.limits = limits;
        this.sender = sender;
    }

    /** What comes after the end is not sent. */
    void put(TextMessage frame) {
        if (isNext(frame)) {
            send(frame);
        }
    }

    /** Whether it can be sent now; if not, it waits. */
    private synchronized boolean isNext(TextMessage frame) {
        if (ended) {
            return false;
        }
        if (onItsWay) {
            await(frame);
            return false;
        }
        onItsWay = true;
        sending = true;
        return true;
    }

    @GuardedBy("this") private void await(TextMessage frame) {
        int length = frame.text().length();
        boolean fits = waiting.isEmpty()
                || (waiting.size() < limits.frames() && (long) characters + length <= limits.characters());
        if (fits) {
            waiting.add(frame);
            characters += length;
        } else {
            waiting.clear();
            overflowed = true;
            ended = true;
        }
    }

    /** Takes nothing more. @param then is done when all that waits has left; perhaps never */
    void end(Runnable then) {
        synchronized (this) {
            ended = true;
            if (onItsWay) {
                afterLast = then;
                return;
            }
        }
        then.run();
    }

    /** How many wait behind the one on its way. */
    synchronized int count() {
        return waiting.size();
    }

    synchronized boolean hasOverflowed() {
        return overflowed;
    }

    private void send(TextMessage first) {
        for (TextMessage next = first; next != null; next = nextAfterSending()) {
            sender.send(next, whenLeft);
        }
        finishIfLast();
    }

    private void left() {
        TextMessage next;
        synchronized (this) {
            if (sending) {
                leftMeanwhile = true;
                return;
            }
            next = next();
            sending = next != null;
        }
        if (next == null) {
            finishIfLast();
        } else {
            send(next);
        }
    }

    private synchronized @Nullable TextMessage nextAfterSending() {
        TextMessage next = leftMeanwhile ? next() : null;
        leftMeanwhile = false;
        sending = next != null;
        return next;
    }

    @GuardedBy("this") private @Nullable TextMessage next() {
        TextMessage next = waiting.poll();
        if (next == null) {
            onItsWay = false;
        } else {
            characters -= next.text().length();
        }
        return next;
    }

    private void finishIfLast() {
        Runnable then;
        synchronized (this) {
            then = onItsWay ? null : afterLast;
            afterLast = onItsWay ? afterLast : null;
        }
        if (then != null) {
            then.run();
        }
    }
}
