package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who talks early is heard when the server's handler is ready, and not before. */
class PatientUpgradeTest {

    private final List<String> happened = new ArrayList<>();
    private final PatientUpgrade upgrade = new PatientUpgrade();

    @Test
    void a_handler_that_asks_for_data_before_it_is_ready_is_told_of_none_until_it_is() {
        upgrade.standFor(new HastyHandler());

        upgrade.init(new EarlyClient());

        assertThat(happened).containsExactly("asked", "ready", "told of data", "read 7");
    }

    @Test
    void the_end_of_the_connection_is_passed_on() {
        upgrade.standFor(new HastyHandler());

        upgrade.destroy();

        assertThat(happened).containsExactly("destroyed");
    }

    /** Does as Tyrus does. */
    private final class HastyHandler implements HttpUpgradeHandler {

        @Override
        public void init(WebConnection connection) {
            try {
                ServletInputStream input = connection.getInputStream();
                happened.add("asked");
                input.setReadListener(new Listener(input));
                happened.add("ready");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void destroy() {
            happened.add("destroyed");
        }
    }

    private final class Listener implements ReadListener {

        private final ServletInputStream input;

        Listener(ServletInputStream input) {
            this.input = input;
        }

        @Override
        public void onDataAvailable() throws IOException {
            happened.add("told of data");
            happened.add("read " + input.read());
        }

        @Override
        public void onAllDataRead() {
            happened.add("all read");
        }

        @Override
        public void onError(Throwable failure) {
            happened.add("failed");
        }
    }

    /** Has said something before anybody listens. */
    private static final class EarlyClient implements WebConnection {

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    try {
                        listener.onDataAvailable();
                    } catch (IOException e) {
                        listener.onError(e);
                    }
                }

                @Override
                public int read() {
                    return 7;
                }
            };
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new UnsupportedOperationException("Nothing is written");
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
