package org.tickcast.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A body that comes when a test says so. Like Payara's it is finished once all of it was received, read or not; and like
 * WildFly's it gives, before that, nothing to who has not just been told that it is ready.
 */
final class BodyInPieces extends ServletInputStream {

    private ByteArrayInputStream received = new ByteArrayInputStream(new byte[0]);
    private boolean ended;
    private boolean failing;
    private boolean toldReady;
    private int saidNo;

    void add(String text) {
        byte[] before = received.readAllBytes();
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + more.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        received = new ByteArrayInputStream(all);
    }

    void end() {
        ended = true;
    }

    void fail() {
        failing = true;
    }

    boolean isEmpty() {
        return received.available() == 0;
    }

    /** How often it was asked for more and had nothing. */
    int saidNo() {
        return saidNo;
    }

    @Override
    public int available() {
        return received.available();
    }

    @Override
    public boolean isFinished() {
        return ended;
    }

    @Override
    public boolean isReady() {
        if (ended) {
            throw new IllegalStateException("Asked for more than all");
        }
        toldReady = !isEmpty();
        saidNo += toldReady ? 0 : 1;
        return toldReady;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("The test calls the listener itself");
    }

    @Override
    public int read() throws IOException {
        checkReadable();
        return received.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        checkReadable();
        return received.read(into, from, length);
    }

    private void checkReadable() throws IOException {
        if (failing) {
            throw new IOException("The test lets it fail");
        }
        if (!ended && !toldReady) {
            throw new IllegalStateException("Read without asking whether it is ready");
        }
        toldReady = false;
    }
}
