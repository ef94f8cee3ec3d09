package org.tickcast.it.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.tickcast.socket.LineEndpoint;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.wire.TextMessage;

/** What a line promises, whatever its form. */
abstract class LinePromises {

    private static final int LONG = 70_000;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    /** Which one the server of this class has. */
    abstract String form();

    @Test
    void it_is_the_form_that_was_set() throws Exception {
        try (BareClient client = open("form")) {
            client.sendText("REPORT");

            assertThat(client.text()).isEqualTo(form() + " left 0 failed 0");
        }
    }

    @Test
    void a_message_arrives_as_it_was_sent_in_one_frame_with_the_same_bytes_in_every_form() throws Exception {
        for (int characters : new int[] {12, 96, 120, 1_200, 60_000, LONG}) {
            String text = LineEndpoint.longText(characters);
            byte[] frame = bytes(new TextMessage(text).frame());
            try (BareClient client = open("bytes")) {
                client.sendText("LONG " + characters);

                assertThat(client.frameOf(frame.length)).isEqualTo(frame);
            }
        }
    }

    @Test
    void messages_arrive_in_order_and_each_is_told_once_that_it_has_left() throws Exception {
        try (BareClient client = open("row")) {
            client.sendText("ROW 1000");
            for (int i = 0; i < 1_000; i++) {
                assertThat(client.text()).isEqualTo(String.valueOf(i));
            }

            assertReported("row", " left 1000 failed 0");
        }
    }

    @Test
    void what_is_sent_too_late_fails() throws Exception {
        try (BareClient client = open("late");
                BareClient other = open("other")) {
            awaitOpen(client);
            other.sendText("SEND_TOO_LATE late");
            assertThat(client.closeCode()).isEqualTo(1000);

            assertReported("late", " left 0 failed 1");
        }
    }

    @Test
    void a_cut_ends_the_connection_at_once_also_of_a_client_that_reads_nothing() throws Exception {
        try (BareClient stuffed =
                        BareClient.withLittleRoom("127.9.0.2", server).upgrade("/ws/test/line?stuffed", auth());
                BareClient other = open("cutter")) {
            awaitOpen(stuffed);
            stuffed.sendText("STUFF");
            awaitStandstill(other, "stuffed");

            other.sendText("CUT stuffed");

            stuffed.awaitEnd();
        }
    }

    /** Messages of 100 KB. Left alone, the operating system takes some thirty of them, which are old when they are read. */
    @Test
    void for_a_client_that_reads_nothing_the_system_keeps_little() throws Exception {
        try (BareClient stuffed =
                        BareClient.withLittleRoom("127.9.0.3", server).upgrade("/ws/test/line?unread", auth());
                BareClient other = open("counter")) {
            awaitOpen(stuffed);
            stuffed.sendText("STUFF");

            assertThat(messagesLeft(awaitStandstill(other, "unread"))).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void signs_of_life_arrive() throws Exception {
        try (BareClient client = open("signs")) {
            client.sendText("SIGN PING");
            assertThat(client.signOfLife()).isEqualTo("ping ");
            client.sendText("SIGN BINARY");
            assertThat(client.signOfLife()).isEqualTo("binary ping");
        }
    }

    private static String auth() {
        return "Authorization: Bearer " + TickcastWar.TOKEN;
    }

    private BareClient open(String name) throws IOException {
        BareClient client = BareClient.from("127.9.0.1", server).upgrade("/ws/test/line?" + name, auth());
        assertThat(client.status()).isEqualTo(101);
        return client;
    }

    /**
     * Asked by another client, because an answer on the same line is a message too; and until it is so, because a server
     * may tell what became of a message a moment after the client has noticed.
     */
    private void assertReported(String name, String end) throws IOException {
        try (BareClient other = open("asking")) {
            String report = "";
            for (int i = 0; i < 20_000 && !report.endsWith(end); i++) {
                other.sendText("REPORT_OF " + name);
                report = other.text();
            }
            assertThat(report).endsWith(end);
        }
    }

    private static int messagesLeft(String report) {
        return Integer.parseInt(report.split(" ")[2]);
    }

    /** The handshake is over a moment before the server knows of the socket; others can only speak of it then. */
    private static void awaitOpen(BareClient client) throws IOException {
        client.sendText("SIGN PING");
        client.signOfLife();
    }

    /** Until as many answers as that say the same; returns what they say. */
    private static String awaitStandstill(BareClient asking, String name) throws IOException {
        String last = "";
        int same = 0;
        for (int i = 0; i < 100_000 && same < 2_000; i++) {
            asking.sendText("REPORT_OF " + name);
            String now = asking.text();
            same = now.equals(last) ? same + 1 : 0;
            last = now;
        }
        assertThat(same).as("answers in a row that say %s", last).isEqualTo(2_000);
        return last;
    }

    private static byte[] bytes(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }
}
