package org.tickcast.it.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TickcastWar;

/** The broadcast channels listen to nobody, and are hurt by nobody. */
@ExtendWith(ArquillianExtension.class)
class ClientMessagesIT {

    private static final int LONGEST = 16 * 1024;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ping", "{\"type\":\"ping\"}", "{not json", "\u0000\uD83D\uDE00"})
    void text_is_read_and_means_nothing(String text) throws IOException {
        try (BareClient client = open()) {
            client.sendText(text);

            assertStillServed(client);
        }
    }

    @Test
    void a_message_of_16_KiB_is_the_longest() throws IOException {
        try (BareClient client = open()) {
            client.sendText("x".repeat(LONGEST));

            assertStillServed(client);
        }
    }

    @Test
    void one_byte_more_closes_the_socket_with_1009() throws IOException {
        try (BareClient client = open()) {
            client.sendText("x".repeat(LONGEST + 1));

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void the_limit_counts_bytes_and_not_characters() throws IOException {
        try (BareClient client = open()) {
            client.sendText("ă".repeat(LONGEST / 2 + 1));

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_long_message_in_small_pieces_is_no_way_around_it() throws IOException {
        try (BareClient client = open()) {
            client.sendTextInPieces(LONGEST / 1024 + 1, 1024);

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void bytes_that_are_no_text_close_the_socket_with_1007() throws IOException {
        try (BareClient client = open()) {
            client.sendAsText(new byte[] {'a', (byte) 0xC3, (byte) 0x28});

            assertThat(client.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void a_binary_message_closes_the_socket_with_1003() throws IOException {
        try (BareClient client = open()) {
            client.sendBinary("ping".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

            assertThat(client.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void a_big_binary_message_closes_it_too() throws IOException {
        try (BareClient client = open()) {
            client.sendBinary(new byte[LONGEST + 1]);

            assertThat(client.closeCode()).isIn(1003, 1009);
        }
    }

    @Test
    void somebody_else_notices_nothing() throws IOException {
        try (BareClient bystander = open();
                BareClient offender = open()) {
            offender.sendText("x".repeat(LONGEST + 1));
            offender.closeCode();

            assertStillServed(bystander);
        }
    }

    private BareClient open() throws IOException {
        return BareClient.from("127.4.0.1", server).upgrade("/ws/market", "Authorization: Bearer " + TickcastWar.TOKEN);
    }

    /** More than could have been on its way already. */
    private static void assertStillServed(BareClient client) throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(client.text()).startsWith("{\"derivatives\"");
        }
    }
}
