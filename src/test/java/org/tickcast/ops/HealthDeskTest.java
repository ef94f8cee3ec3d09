package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.feed.FeedStatusListener;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.ops.metrics.Meters;
import org.tickcast.ops.metrics.TickMetrics;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.SteeredFeed;

/** Whether to wait for a server, to send clients to it, or to start it anew. */
class HealthDeskTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final SteeredFeed feed = new SteeredFeed();
    private final Meters meters = new Meters();
    private final TickMetrics tick = new TickMetrics(meters, this::nanos);
    private final FeedSupervisor supervisor = new FeedSupervisor(
            feed,
            new SupervisionLimits(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1)),
            () -> true,
            clock,
            metronome,
            new Random(1),
            FeedStatusListener.NONE);
    private boolean marketOpen = true;
    private final HealthDesk desk = new HealthDesk(
            tick,
            LONGEST,
            "steered",
            supervisor::status,
            () -> marketOpen,
            new LeaseBook(
                    new AdmissionLimits(100, 100, Duration.ofSeconds(10)),
                    new Plans(new Plan(5, 10, 100), Map.of()),
                    clock),
            null,
            new Version("1.2.3"));
    private long nanos;

    @AfterEach
    void close() {
        supervisor.close();
        meters.close();
    }

    @Test
    void it_has_started_when_the_tick_has_run() {
        assertThat(desk.started().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(desk.started())).isEqualTo("The tick has not run yet");

        tick.ticked(1, nanos);

        assertThat(desk.started().getStatus()).isEqualTo(Status.UP);
        assertThat(data(desk.started())).containsEntry("version", "1.2.3");
    }

    @Test
    void it_is_alive_as_long_as_the_tick_runs() {
        tick.ticked(1, nanos);
        nanos = LONGEST.toNanos();
        assertThat(desk.live().getStatus()).isEqualTo(Status.UP);

        nanos += 1;

        assertThat(desk.live().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(desk.live())).isEqualTo("The tick has not run for 5 s");
    }

    @Test
    void it_has_a_market_to_show_when_the_feed_is_connected() {
        assertThat(desk.market().getStatus()).isEqualTo(Status.DOWN);

        supervisor.start(new Inbox(10));
        metronome.beat();

        assertThat(desk.market().getStatus()).isEqualTo(Status.UP);
        assertThat(data(desk.market()))
                .containsEntry("feed", "steered")
                .containsEntry("state", "connected")
                .containsEntry("connections", 0)
                .containsEntry("users", 0)
                .containsEntry("version", "1.2.3")
                .doesNotContainKey("reason");
    }

    @Test
    void a_feed_that_has_failed_is_no_market_to_show_unless_the_market_is_closed() {
        supervisor.start(new Inbox(10));
        metronome.beat();
        feed.listener().failed("the exchange hung up");
        metronome.beat();

        assertThat(desk.market().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(desk.market())).isEqualTo("The steered feed is down: the exchange hung up");

        marketOpen = false;

        assertThat(desk.market().getStatus()).isEqualTo(Status.UP);
        assertThat(reason(desk.market()))
                .isEqualTo("The steered feed is down: the exchange hung up; its market is closed");
    }

    @Test
    void a_node_that_was_never_to_meet_others_says_so_and_is_ready() {
        assertThat(desk.nodes().getStatus()).isEqualTo(Status.UP);
        assertThat(data(desk.nodes())).containsExactly(entry("redis", "none"));
    }

    @Test
    void the_build_has_written_down_which_release_it_is() {
        assertThat(Version.ofThisBuild().text()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    private long nanos() {
        return nanos;
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }

    private static Object reason(HealthCheckResponse response) {
        return data(response).getOrDefault("reason", "");
    }
}
