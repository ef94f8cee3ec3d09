package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.ScriptedLine;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Since;

/** A client of tickcast.v1 is greeted first, answered in its words, and told goodbye last. */
class VersionedClientTest {

    private final SettableClock clock = new SettableClock(TEN);
    private final SampleClients sample = new SampleClients(clock);
    private final ScriptedLine line = new ScriptedLine();
    private final List<String> told = new ArrayList<>();
    private final VersionedClient client = client(false);

    @Test
    void it_is_greeted_before_it_is_answered() {
        client.hear("{\"type\":\"ping\",\"id\":7}");
        assertThat(line.sent()).isEmpty();

        joined();

        assertThat(types()).containsExactly("hello", "pong", "snapshot");
        assertThat(line.sent()).element(1).asString().contains("\"id\":7");
    }

    @Test
    void what_it_cannot_have_meant_is_answered_as_an_error_and_repeated_nowhere() {
        joined();

        client.hear("{\"type\":\"buy everything\"}");
        letAllLeave();

        assertThat(line.sent())
                .last()
                .asString()
                .startsWith("{\"type\":\"error\",\"ts\":")
                .contains("\"code\":\"bad-message\"")
                .doesNotContain("everything");
    }

    @Test
    void a_token_is_passed_on_and_answered_when_it_was_looked_at() {
        joined();

        assertThat(client.hear("{\"type\":\"auth\",\"token\":\"new\"}")).isEqualTo("new");
        client.tellAccepted(TEN);
        letAllLeave();

        assertThat(line.sent())
                .last()
                .asString()
                .contains("\"type\":\"auth\"")
                .contains("\"ok\":true")
                .contains("\"expires_at\":\"2026-02-11T10:00:00");
    }

    @Test
    void a_token_without_an_end_has_none() {
        joined();

        client.tellAccepted(null);
        letAllLeave();

        assertThat(line.sent()).last().asString().contains("\"expires_at\":null");
    }

    @Test
    void a_message_too_many_is_answered_with_the_limit_and_the_time_to_wait() {
        joined();

        client.tellTooMany(
                new MessageLimits(10, 100),
                new RateAnswer.Exceeded(Duration.ofMillis(411).plusNanos(1), 3));
        letAllLeave();

        assertThat(line.sent())
                .last()
                .asString()
                .contains("\"code\":\"message-rate\"")
                .contains("\"limit\":{\"per_second\":10,\"per_minute\":100}")
                .contains("\"remaining\":3,\"retry_after_ms\":412");
    }

    @Test
    void goodbye_is_the_last_it_hears_and_the_socket_is_closed_when_that_has_left() {
        joined();

        client.sayBye(CloseCode.DRAINING, Duration.ofMillis(1_234), () -> told.add("closed"));
        client.hear("{\"type\":\"ping\"}");
        assertThat(told).isEmpty();
        letAllLeave();

        assertThat(types()).containsExactly("hello", "snapshot", "bye");
        assertThat(line.sent()).last().asString().contains("\"code\":1012").contains("\"retry_after_ms\":1234");
        assertThat(told).containsExactly("closed");
    }

    @Test
    void goodbye_does_not_wait_for_a_greeting() {
        client.sayBye(CloseCode.GOING_AWAY, null, () -> told.add("closed"));
        letAllLeave();

        assertThat(types()).containsExactly("bye");
        assertThat(line.sent()).singleElement().asString().contains("\"retry_after_ms\":null");
        assertThat(told).containsExactly("closed");
    }

    @Test
    void who_has_left_is_sent_nothing() {
        client.join();
        client.leave();
        sample.broadcaster.tick(0);

        assertThat(line.sent()).isEmpty();
    }

    @Test
    void who_prefers_it_is_sent_long_frames_deflated_and_short_ones_as_they_are() {
        VersionedClient other = client(true);
        other.join();
        sample.broadcaster.tick(0);
        letAllLeave();
        other.hear("{\"type\":\"ping\"}");
        letAllLeave();

        assertThat(types()).containsExactly("hello", "snapshot", "pong");
        assertThat(line.deflated()).containsExactly("snapshot");
    }

    @Test
    void it_expects_no_binary_messages() {
        assertThat(client.mayHearBinary()).isFalse();
    }

    @Test
    void what_an_operator_says_it_hears_when_it_was_greeted() {
        assertThat(client.tell(new OperatorWords("root", "We restart \"soon\"", TEN)))
                .isTrue();
        assertThat(line.sent()).isEmpty();

        joined();

        assertThat(types()).containsExactly("hello", "message", "snapshot");
        assertThat(line.sent())
                .element(1)
                .asString()
                .contains("\"from\":\"root\",\"message\":\"We restart \\\"soon\\\"\"");
    }

    @Test
    void an_operator_sees_how_far_it_is() {
        assertThat(client.facts()).isEqualTo(new ClientFacts(null, null, 0, 0, 0, null, List.of()));

        client.join();
        client.hear("{\"type\":\"pace\",\"per_second\":5}");
        sample.broadcaster.tick(0);
        client.hear("{\"type\":\"ping\"}");

        long newest = Objects.requireNonNull(sample.broadcaster.published(Channel.MARKET));
        assertThat(client.facts()).isEqualTo(new ClientFacts(newest, 0L, 0, 0, 2, 5, List.of()));
    }

    private VersionedClient client(boolean deflated) {
        SocketSender sender = new SocketSender(
                line, new FanOut(Runnable::run, 1), SocketListener.Tally.NONE, () -> told.add("failed"));
        return new VersionedClient(
                Channel.MARKET, new VersionedWishes(Since.NOTHING, deflated), sample.broadcaster, sender, clock);
    }

    private void joined() {
        client.join();
        sample.broadcaster.tick(0);
        letAllLeave();
    }

    private void letAllLeave() {
        for (String next = line.onItsWay(); next != null; next = line.onItsWay()) {
            line.lets(next).leave();
        }
    }

    private List<@Nullable Object> types() {
        List<@Nullable Object> types = new ArrayList<>();
        line.sent().forEach(text -> types.add(PlainJson.object(text).get("type")));
        return types;
    }
}
