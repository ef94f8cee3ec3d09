package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SaidBeforeTest {

    private static final Instant NOW = HubWorld.START;

    private final SaidBefore said =
            new SaidBefore(new HistoryLimits(100, Duration.ofHours(24), 50, 65_536, Duration.ofMinutes(5), 2, 3));

    @Test
    void of_one_user_only_the_newest_are_remembered() {
        remember("ann", "m1", NOW);
        remember("ann", "m2", NOW);
        remember("ann", "m3", NOW);

        assertThat(said.find("ann", "m1", NOW)).isNull();
        assertThat(said.find("ann", "m2", NOW)).isNotNull();
        assertThat(said.find("ann", "m3", NOW)).isNotNull();
    }

    @Test
    void of_all_users_only_the_newest_are_remembered() {
        remember("ann", "m1", NOW);
        remember("bob", "m1", NOW);
        remember("cleo", "m1", NOW);
        remember("dan", "m1", NOW);

        assertThat(said.find("ann", "m1", NOW)).isNull();
        assertThat(said.size()).isEqualTo(3);
    }

    @Test
    void after_five_minutes_nothing_is_left() {
        remember("ann", "m1", NOW);
        remember("ann", "m2", NOW.plusSeconds(1));

        assertThat(said.find("ann", "m1", NOW.plusSeconds(300))).isNull();
        said.forgetOver(NOW.plusSeconds(300));
        assertThat(said.size()).isEqualTo(1);
        said.forgetOver(NOW.plusSeconds(301));
        assertThat(said.size()).isZero();
    }

    @Test
    void a_name_that_was_free_again_and_is_used_again_is_remembered_from_then_on() {
        remember("ann", "m1", NOW);
        remember("ann", "m1", NOW.plusSeconds(300));

        said.forgetOver(NOW.plusSeconds(301));

        assertThat(said.find("ann", "m1", NOW.plusSeconds(301))).isNotNull();
    }

    private void remember(String user, String messageId, Instant at) {
        ChatMessage message = new ChatMessage(new MessageId("e", 1), "chat", user, "hello", messageId, at);
        said.remember(user, messageId, "floor", message, at);
    }
}
