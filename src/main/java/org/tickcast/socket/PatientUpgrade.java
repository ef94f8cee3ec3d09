package org.tickcast.socket;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the server's own handler of an upgraded connection, and holds back what the client has said already until
 * that one is ready. Tyrus asks to be told of data first and makes itself ready afterwards. When the first words are there
 * by then, it is told of them on the very thread that would have made it ready, and waits for itself: for ever, and that
 * thread serves nobody any more.
 */
public final class PatientUpgrade implements HttpUpgradeHandler {

    private @Nullable HttpUpgradeHandler handler;

    /** Made by the container, and then told whom it stands for. */
    void standFor(HttpUpgradeHandler servers) {
        handler = servers;
    }

    @Override
    public void init(WebConnection connection) {
        HeldConnection held = new HeldConnection(connection);
        servers().init(held);
        held.letGo();
    }

    @Override
    public void destroy() {
        servers().destroy();
    }

    private HttpUpgradeHandler servers() {
        return Objects.requireNonNull(handler, "An upgrade that nobody asked for");
    }

    private static final class HeldConnection implements WebConnection {

        private final WebConnection connection;
        private @Nullable HeldInput input;

        HeldConnection(WebConnection connection) {
            this.connection = connection;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (input == null) {
                input = new HeldInput(connection.getInputStream());
            }
            return input;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }

        void letGo() {
            if (input != null) {
                input.letGo();
            }
        }
    }

    /** Threads: the one that makes the handler ready; afterwards it only passes on. */
    private static final class HeldInput extends ServletInputStream {

        private final ServletInputStream input;
        private @Nullable ReadListener held;
        private boolean isLetGo;

        HeldInput(ServletInputStream input) {
            this.input = input;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            if (isLetGo) {
                input.setReadListener(listener);
            } else {
                held = listener;
            }
        }

        void letGo() {
            isLetGo = true;
            if (held != null) {
                input.setReadListener(held);
            }
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public int available() throws IOException {
            return input.available();
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return input.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
