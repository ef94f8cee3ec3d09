package org.tickcast.it.slowreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.Places;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/**
 * Who does not read has to go, in either protocol and over either form of a line. Each step changes 5,000 points of an
 * index, so a patch is as fat as a whole frame, and the kernel's buffers for one client are full after a dozen.
 */
abstract class UnreadFrames {

    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;
    private static final String PLAIN = "Accept: text/plain";
    private static final int POINTS = 5_000;
    private static final int PLACES = 5;
    private static final int LONGEST_TEXT = 2_000;
    /** Characters in one answer to a question for what was said, each of three bytes. */
    private static final int PAGE = 64 * 1024;

    private static final int MORE_PAGES_THAN_ARE_KEPT = 50;
    private static final int MOST_STEPS = 150;
    private static final Pattern SKIPPED = Pattern.compile("\"skipped\":(\\d+)");

    private final List<BareClient> unread = new ArrayList<>();
    private final List<BareClient> dripping = new ArrayList<>();

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @AfterEach
    void everybodyLeaves() throws IOException {
        for (BareClient client : unread) {
            client.close();
        }
    }

    @Test
    void who_does_not_read_is_gone_in_time_with_its_place_and_its_connection_and_nobody_else_notices()
            throws Exception {
        try (TyrusClient feeder = new TyrusClient(server, "/test/inbox");
                Places places = new Places(server);
                BareClient plain = reading(PLAIN);
                BareClient versioned = reading(PictureClient.OFFER)) {
            freeze("127.5.3.1", PLAIN);
            freeze("127.5.3.2", PictureClient.OFFER);
            drip("127.5.3.3", PLAIN);
            drip("127.5.3.4", PictureClient.OFFER);

            int steps = 0;
            while (held(places) > 0 && steps < MOST_STEPS) {
                String shown = "\"prior_value\":" + step(feeder);
                plain.textWith(shown);
                awaitWithoutGap(versioned, shown);
                for (BareClient client : dripping) {
                    client.readByte(1);
                }
                steps++;
            }

            assertThat(held(places)).as("places held after %d steps", steps).isZero();
            for (BareClient client : unread) {
                client.awaitEnd();
            }
            assertThat(BareClient.from("127.5.3.1", server)
                            .upgrade("/ws/index", AUTHORIZED)
                            .status())
                    .isEqualTo(101);
        }
    }

    @Test
    void who_does_not_read_what_he_has_asked_the_hub_for_is_gone_in_time_and_the_others_hear_on() throws Exception {
        try (HubTalker reading = inRoom(BareClient.from("127.5.2.2", server));
                Places places = new Places(server)) {
            for (int said = 0; said < PAGE; said += LONGEST_TEXT) {
                reading.chats("floor", "\u1ea1".repeat(LONGEST_TEXT)).hears("chat");
            }
            BareClient frozen =
                    inRoom(BareClient.withLittleRoom("127.5.3.5", server)).socket();
            unread.add(frozen);
            frozen.sendTextAtOnce("{\"type\":\"history\",\"room_id\":\"floor\"}", MORE_PAGES_THAN_ARE_KEPT);

            places.await("127.5.3.5", 0);

            frozen.awaitEnd();
            assertThat(reading.chats("floor", "still here").hears("chat")).containsEntry("message", "still here");
        }
    }

    private static HubTalker inRoom(BareClient client) throws IOException {
        return HubTalker.over(client.upgrade("/ws", AUTHORIZED)).joins("floor");
    }

    private BareClient reading(String protocol) throws IOException {
        return BareClient.from("127.5.2.1", server).upgrade("/ws/index", AUTHORIZED, protocol);
    }

    private void freeze(String address, String protocol) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            BareClient client = BareClient.withLittleRoom(address, server).upgrade("/ws/index", AUTHORIZED, protocol);
            assertThat(client.status()).isEqualTo(101);
            unread.add(client);
        }
    }

    private void drip(String address, String protocol) throws IOException {
        freeze(address, protocol);
        dripping.addAll(unread.subList(unread.size() - PLACES, unread.size()));
    }

    private static int held(Places places) throws Exception {
        int held = 0;
        for (int i = 1; i <= 4; i++) {
            held += places.heldBy("127.5.3." + i);
        }
        return held;
    }

    private static int step(TyrusClient feeder) throws Exception {
        feeder.send(String.valueOf(POINTS));
        return Integer.parseInt(feeder.next());
    }

    private static void awaitWithoutGap(BareClient versioned, String shown) throws IOException {
        String frame;
        do {
            frame = versioned.text();
            Matcher skipped = SKIPPED.matcher(frame);
            if (skipped.find()) {
                assertThat(skipped.group(1)).isEqualTo("0");
            }
        } while (!frame.contains(shown));
    }
}
