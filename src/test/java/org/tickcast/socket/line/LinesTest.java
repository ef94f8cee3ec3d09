package org.tickcast.socket.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.FakeSession;

/** The fast form where it is known to work, and the portable one everywhere else. */
class LinesTest {

    @Test
    void a_connection_as_we_know_it_is_sent_to_in_the_fast_form() throws Exception {
        Line line = Lines.best(0).open(new FakeSession("1").session(), upgrade());

        assertThat(line).isInstanceOf(TyrusLine.class);
    }

    @Test
    void where_an_extension_changes_frames_on_their_way_only_the_server_may_write_them() throws Exception {
        FakeSession deflating = new FakeSession("1").extendedBy("permessage-deflate");

        assertThat(Lines.best(0).open(deflating.session(), upgrade())).isInstanceOf(PortableLine.class);
    }

    @Test
    void where_nothing_was_seen_of_the_upgrade_the_portable_form_is_used() {
        assertThat(Lines.best(0).open(new FakeSession("1").session(), null)).isInstanceOf(PortableLine.class);
    }

    @Test
    void so_it_is_where_the_connection_cannot_be_cut() throws Exception {
        Upgrade uncut = new Upgrade(upgrade().handler(), null);

        assertThat(Lines.best(0).open(new FakeSession("1").session(), uncut)).isInstanceOf(PortableLine.class);
    }

    @Test
    void and_where_it_was_set() throws Exception {
        assertThat(Lines.portable(0).open(new FakeSession("1").session(), upgrade()))
                .isInstanceOf(PortableLine.class);
    }

    @Test
    void each_connection_is_told_how_much_may_be_kept_for_it_whatever_its_form() throws Exception {
        Upgrade fast = upgrade();
        Lines.best(4096).open(new FakeSession("1").session(), fast);
        Upgrade portable = upgrade();
        Lines.portable(4096).open(new FakeSession("2").session(), portable);
        Upgrade free = upgrade();
        Lines.best(0).open(new FakeSession("3").session(), free);

        assertThat(List.of(fast, portable, free))
                .extracting(Upgrade::connection)
                .asInstanceOf(InstanceOfAssertFactories.list(NotedConnection.class))
                .extracting(connection -> connection.most)
                .containsExactly(4096, 4096, null);
    }

    private static Upgrade upgrade() throws ReflectiveOperationException {
        TyrusHttpUpgradeHandler handler = new TyrusHttpUpgradeHandler();
        Field writer = TyrusHttpUpgradeHandler.class.getDeclaredField("writer");
        writer.setAccessible(true);
        writer.set(handler, new QueueingWriter());
        return new Upgrade(handler, new NotedConnection());
    }

    private static final class NotedConnection implements Upgrade.Connection {

        private @Nullable Integer most;

        @Override
        public void cut() {
            throw new AssertionError("Nobody wants it cut");
        }

        @Override
        public void bufferAtMost(int bytes) {
            most = bytes;
        }
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
