package org.tickcast.it.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** Ten messages a second are enough for anybody; who does not believe it is told so, and then closed. */
@ExtendWith(ArquillianExtension.class)
class MessageRateIT {

    private static final int ALLOWED = 10;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void the_eleventh_message_in_a_second_is_answered_with_an_error() throws IOException {
        try (BareClient client = open("127.6.1.1", "rate-one")) {
            client.sendTextAtOnce("ping", ALLOWED + 1);

            assertThat(client.textWith("\"error\""))
                    .startsWith("{\"type\":\"error\",\"code\":\"message-rate\",\"message\":\"Too many messages\","
                            + "\"limit\":{\"per_second\":10,\"per_minute\":100},\"remaining\":0,\"retry_after_ms\":");
        }
    }

    @Test
    void who_goes_on_is_closed_at_the_third_message_too_many() throws IOException {
        try (BareClient client = open("127.6.1.2", "rate-two")) {
            client.sendTextAtOnce("ping", ALLOWED + 3);

            assertThat(client.textWith("\"error\"")).contains("message-rate");
            assertThat(client.textWith("\"error\"")).contains("message-rate");
            assertThat(client.closeCode()).isEqualTo(4013);
        }
    }

    /** A user of each test's own, since what one has used up another would have to wait for. */
    private BareClient open(String address, String user) throws IOException {
        String token = TestTokens.of("{\"sub\":\"" + user + "\"}");
        return BareClient.from(address, server).upgrade("/ws/market", "Authorization: Bearer " + token);
    }
}
