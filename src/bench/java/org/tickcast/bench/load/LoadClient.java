package org.tickcast.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One socket, from connecting to its end. What has arrived of the next frame it keeps, and nothing else. */
final class LoadClient implements FrameReader.Sink {

    private static final int NORMAL = 1000;
    private static final int NO_CODE = 1005;
    private static final int LONGEST_ANSWER = 16_384;
    private static final long HANDSHAKE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final byte[] NOTHING = {};

    private enum State {
        CONNECTING,
        UPGRADING,
        OPEN,
        LEAVING,
        OVER
    }

    private final Run run;
    private final Tally tally;
    private final Role role;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final @Nullable Verifier verifier;
    private final long began = System.nanoTime();

    private State state = State.CONNECTING;
    private byte[] rest = NOTHING;
    private int restLength;
    private byte[] message = NOTHING;
    private int messageLength;
    private boolean isText;
    private long lastPublication;
    private @Nullable ByteBuffer unsent;

    LoadClient(Run run, Tally tally, Role role, SelectionKey key) {
        this.run = run;
        this.tally = tally;
        this.role = role;
        this.key = key;
        this.channel = (SocketChannel) key.channel();
        this.verifier = role == Role.VERIFYING ? new Verifier(tally) : null;
    }

    Role role() {
        return role;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    void connected() throws IOException {
        channel.finishConnect();
        state = State.UPGRADING;
        key.interestOps(SelectionKey.OP_READ);
        send(run.handshake.request());
    }

    /** Reads so many bytes at most, behind what it has kept. @return the length of the next frame, as far as known */
    int read(ByteBuffer buffer, int most) throws IOException {
        buffer.clear().put(rest, 0, restLength);
        buffer.limit(Math.min(buffer.capacity(), buffer.position() + most));
        int read = channel.read(buffer);
        tally.arrived(Window.nowMicros(), run.window());
        if (read < 0) {
            endOfStream();
            return 0;
        }
        buffer.flip();
        if (state == State.UPGRADING) {
            upgrade(buffer);
        }
        int needed = state == State.UPGRADING ? 0 : FrameReader.takeWhole(buffer, this);
        keep(buffer);
        return needed;
    }

    private void keep(ByteBuffer buffer) {
        restLength = buffer.remaining();
        if (restLength > rest.length) {
            rest = new byte[Math.max(restLength, rest.length * 2)];
        }
        buffer.get(rest, 0, restLength);
    }

    private void upgrade(ByteBuffer in) throws IOException {
        String verdict = run.handshake.take(in);
        if (verdict == null) {
            if (in.remaining() > LONGEST_ANSWER) {
                fail("long_answer");
            }
        } else if (verdict.equals(Handshake.OPEN)) {
            open();
        } else {
            fail(verdict);
        }
    }

    private void open() throws IOException {
        state = State.OPEN;
        tally.opened(role, System.nanoTime() - began);
        run.opened();
        if (run.options.room() != null) {
            send(FrameWriter.write(FrameReader.TEXT, Bytes.of(HubLoad.joining(run.options.room()))));
        }
        if (run.options.isChurn()) {
            leave();
        } else if (!role.isPrompt()) {
            key.interestOps(0);
        }
    }

    /** From now on reads as fast as it can. */
    void thaw() {
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Closes the socket as a client should: the server answers, and then it is over. */
    void leave() throws IOException {
        state = State.LEAVING;
        send(FrameWriter.close(NORMAL));
    }

    @Override
    public void frame(int opcode, boolean isFinal, ByteBuffer in, int from, int to) throws IOException {
        if (state == State.OVER) {
            return;
        }
        switch (opcode) {
            case FrameReader.TEXT, FrameReader.BINARY, FrameReader.CONTINUATION -> data(opcode, isFinal, in, from, to);
            case FrameReader.PING -> pinged(in, from, to);
            case FrameReader.PONG -> {} // Nobody has asked, and RFC 6455 allows it.
            case FrameReader.CLOSE -> closed(to - from < 2 ? NO_CODE : in.getShort(from) & 0xffff);
            default -> throw new ProtocolException("opcode " + opcode);
        }
    }

    private void data(int opcode, boolean isFinal, ByteBuffer in, int from, int to) throws IOException {
        if (opcode != FrameReader.CONTINUATION) {
            isText = opcode == FrameReader.TEXT;
            messageLength = 0;
            if (isFinal) {
                message(in, from, to);
                return;
            }
        }
        append(in, from, to);
        if (isFinal) {
            message(ByteBuffer.wrap(message), 0, messageLength);
        }
    }

    private void append(ByteBuffer in, int from, int to) throws ProtocolException {
        int length = messageLength + to - from;
        if (length > FrameReader.LONGEST) {
            throw new ProtocolException("a message of over " + length + " bytes");
        }
        if (length > message.length) {
            message = Arrays.copyOf(message, Math.max(length, message.length * 2));
        }
        in.get(from, message, messageLength, to - from);
        messageLength = length;
    }

    private void message(ByteBuffer in, int from, int to) throws IOException {
        if (tally.heard(role, isText, lastPublication, in, from, to)) {
            lastPublication = tally.arrival();
        }
        if (verifier != null && isText && verifier.hear(text(in, from, to))) {
            send(FrameWriter.write(FrameReader.TEXT, Verifier.RESYNC));
        }
    }

    private void pinged(ByteBuffer in, int from, int to) throws IOException {
        tally.pings++;
        if (role != Role.NO_PONG) {
            send(FrameWriter.write(FrameReader.PONG, copy(in, from, to)));
        }
    }

    private void closed(int code) throws IOException {
        boolean left = state == State.LEAVING && code == NORMAL;
        if (state == State.OPEN) {
            send(FrameWriter.close(code == NO_CODE ? NORMAL : code));
        }
        end(left ? null : "close_" + code);
    }

    private void endOfStream() {
        if (state == State.UPGRADING) {
            fail("closed_in_handshake");
        } else {
            end("eof");
        }
    }

    /** The socket failed, or the server did not keep to the protocol. */
    void broke(IOException why) {
        if (state == State.CONNECTING || state == State.UPGRADING) {
            fail((state == State.CONNECTING ? "connect: " : "handshake: ") + why.getMessage());
        } else if (state != State.OVER) {
            end(why instanceof ProtocolException ? "protocol_error: " + why.getMessage() : "reset");
        }
    }

    /** Gives up a server that does not answer. */
    void checkHandshake(long nowNanos) {
        if ((state == State.CONNECTING || state == State.UPGRADING) && nowNanos - began > HANDSHAKE_NANOS) {
            fail("no_answer");
        }
    }

    private void fail(String reason) {
        tally.failed(reason);
        run.failed();
        close();
    }

    /** @param how null when we have asked for it and been answered */
    private void end(@Nullable String how) {
        if (run.options.isChurn()) {
            if (how == null) {
                tally.cycles++;
            } else {
                tally.failed(how);
            }
        } else if (how != null) {
            tally.ended(role, how);
        }
        close();
    }

    void close() {
        state = State.OVER;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket could not be closed", e);
        }
    }

    private void send(ByteBuffer frame) throws IOException {
        ByteBuffer before = unsent;
        if (before != null) {
            unsent = ByteBuffer.allocate(before.remaining() + frame.remaining())
                    .put(before)
                    .put(frame)
                    .flip();
            return;
        }
        channel.write(frame);
        if (frame.hasRemaining()) {
            unsent = frame;
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    /** There is room again for what could not be sent. */
    void flush() throws IOException {
        ByteBuffer waiting = unsent;
        if (waiting != null) {
            channel.write(waiting);
        }
        if (waiting == null || !waiting.hasRemaining()) {
            unsent = null;
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    private static byte[] copy(ByteBuffer in, int from, int to) {
        byte[] copy = new byte[to - from];
        in.get(from, copy);
        return copy;
    }

    private static String text(ByteBuffer in, int from, int to) {
        return new String(copy(in, from, to), StandardCharsets.UTF_8);
    }
}
