package org.tickcast.socket;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Lets an upgrade through and holds any other answer back, so that a refusal reads the same on every server: the
 * containers answer with an error page or even somebody else's 404, each in its own way.
 */
final class HeldResponse extends HttpServletResponseWrapper {

    private final Handshake handshake;
    private int status = SC_OK;

    HeldResponse(HttpServletResponse response, Handshake handshake) {
        super(response);
        this.handshake = handshake;
    }

    boolean isUpgrade() {
        // Undertow sets the status behind the response's back, so we ask the response and not our memory.
        return super.getStatus() == SC_SWITCHING_PROTOCOLS && !isHeld();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int newStatus) {
        status = newStatus;
        if (!isHeld()) {
            super.setStatus(newStatus);
        }
    }

    @Override
    public void sendError(int newStatus) {
        status = newStatus;
    }

    @Override
    public void sendError(int newStatus, String message) {
        status = newStatus;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isHeld()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isHeld() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isHeld() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    private boolean isHeld() {
        return status >= SC_BAD_REQUEST || handshake.isRefused();
    }

    /** Where the container's own words about a refusal go. */
    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer that is held back is written at once");
        }

        @Override
        public void write(int anything) {
            // What the container says about a refusal is not what we say.
        }
    }
}
