package org.tickcast.socket.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.FakeSession;

/** The fast form where it is known to work, and the portable one everywhere else. */
class LinesTest {

    @Test
    void a_connection_as_we_know_it_is_sent_to_in_the_fast_form() throws Exception {
        Line line = Lines.best().open(new FakeSession("1").session(), upgrade());

        assertThat(line).isInstanceOf(TyrusLine.class);
    }

    @Test
    void where_an_extension_changes_frames_on_their_way_only_the_server_may_write_them() throws Exception {
        FakeSession deflating = new FakeSession("1").extendedBy("permessage-deflate");

        assertThat(Lines.best().open(deflating.session(), upgrade())).isInstanceOf(PortableLine.class);
    }

    @Test
    void where_nothing_was_seen_of_the_upgrade_the_portable_form_is_used() {
        assertThat(Lines.best().open(new FakeSession("1").session(), null)).isInstanceOf(PortableLine.class);
    }

    @Test
    void so_it_is_where_the_connection_cannot_be_cut() throws Exception {
        Upgrade uncut = new Upgrade(upgrade().handler(), null);

        assertThat(Lines.best().open(new FakeSession("1").session(), uncut)).isInstanceOf(PortableLine.class);
    }

    @Test
    void and_where_it_was_set() throws Exception {
        assertThat(Lines.portable().open(new FakeSession("1").session(), upgrade()))
                .isInstanceOf(PortableLine.class);
    }

    private static Upgrade upgrade() throws ReflectiveOperationException {
        TyrusHttpUpgradeHandler handler = new TyrusHttpUpgradeHandler();
        Field writer = TyrusHttpUpgradeHandler.class.getDeclaredField("writer");
        writer.setAccessible(true);
        writer.set(handler, new QueueingWriter());
        return new Upgrade(handler, () -> {});
    }

    /** As Tyrus' own has it, what waits is in a field of this name. */
    private static final class QueueingWriter extends Writer {

        @SuppressWarnings("unused") // Read by its name.
        private final Queue<ByteBuffer> queue = new ArrayDeque<>();

        @Override
        public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> report) {
            queue.add(frame);
        }

        @Override
        public void close() {
            queue.clear();
        }
    }
}
