package org.tickcast.socket;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tickcast.socket.line.Line;
import org.tickcast.socket.line.Sent;
import org.tickcast.wire.TextMessage;

/**
 * Sends to one client, one message at a time, and leaves a mark that shows whether one is on its way.
 *
 * <p>Threads: whoever has the one message that may be sent; its successor comes after {@code left}, which the container
 * reports. Marks are read by the sweep.
 */
final class SocketSender implements MessageSender, Sent {

    private final Line line;
    private final FanOut fanOut;
    private final SocketListener.Tally tally;
    private final Runnable onFailure;
    /** One more with each message that sets out and with each that has left: odd while one is on its way. */
    private final AtomicInteger moves = new AtomicInteger();

    private final Runnable send = this::sendNext;
    private @Nullable TextMessage next;
    private @Nullable Runnable left;
    private long setOut;
    /** Of the messages that have left; written before the move that says so, and read after it. */
    private long bytes;

    /** @param onFailure told once when a send fails; nothing is sent after that */
    SocketSender(Line line, FanOut fanOut, SocketListener.Tally tally, Runnable onFailure) {
        this.line = line;
        this.fanOut = fanOut;
        this.tally = tally;
        this.onFailure = onFailure;
    }

    @Override
    public void send(TextMessage message, Runnable whenLeft) {
        next = message;
        left = whenLeft;
        setOut = tally.setOut();
        moves.getAndIncrement();
        fanOut.send(send);
    }

    private void sendNext() {
        TextMessage message = next;
        if (message != null) {
            line.send(message, this);
        }
    }

    @Override
    public void left() {
        TextMessage sent = next;
        if (sent != null) {
            bytes += sent.frameLength();
        }
        moves.getAndIncrement();
        next = null; // Nothing is kept of what this client has been sent.
        if (sent != null) {
            tally.left(sent, setOut);
        }
        Runnable then = left;
        if (then != null) {
            then.run();
        }
    }

    @Override
    public void failed(Throwable why) {
        onFailure.run();
    }

    /** Changes whenever a message sets out or has left; odd while one is on its way. */
    int moves() {
        return moves.get();
    }

    /** How many messages have left. */
    long messages() {
        return Integer.toUnsignedLong(moves.get()) / 2;
    }

    /** How many bytes they had; of one that leaves meanwhile they may be counted already. */
    long bytes() {
        return moves.get() == 0 ? 0 : bytes;
    }

    SocketListener.Tally tally() {
        return tally;
    }

    /** For how long a message has been on its way; 0 while none is. One that leaves meanwhile may be taken for the next. */
    long onItsWayFor(long now) {
        return isOnItsWay(moves.get()) ? Math.max(0, now - setOut) : 0;
    }

    Line line() {
        return line;
    }

    static boolean isOnItsWay(int moves) {
        return (moves & 1) == 1;
    }
}
