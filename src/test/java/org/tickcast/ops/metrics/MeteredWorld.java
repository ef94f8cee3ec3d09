package org.tickcast.ops.metrics;

import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Credential;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.Verdict;
import org.tickcast.feed.FeedStatusListener;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.market.alert.Alert;
import org.tickcast.market.alert.AlertType;
import org.tickcast.market.alert.Signal;
import org.tickcast.socket.SampleClients;
import org.tickcast.socket.SocketListener.Tally;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.SteeredFeed;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;
import org.tickcast.wire.HubError;
import org.tickcast.wire.TextMessage;

/** Everything that is counted, and somebody who lets it happen. */
final class MeteredWorld implements AutoCloseable {

    static final String USER = "lan-of-accounting";
    static final String ADDRESS = "192.0.2.77";
    static final String TOKEN = "s3cret-of-the-house";

    final Meters meters = new Meters();
    long nanos = 1;
    final BroadcastMetrics broadcast = new BroadcastMetrics(meters);
    final SocketMetrics sockets = new SocketMetrics(meters, () -> nanos);
    final AdmissionMetrics admission = new AdmissionMetrics(meters);
    final HubMetrics hub = new HubMetrics(meters);
    final TickMetrics tick = new TickMetrics(meters, () -> nanos);
    final HttpMetrics http = new HttpMetrics(meters);
    final Inbox inbox = new Inbox(10);
    final AtomicLong skipped = new AtomicLong();
    final LeaseBook leases = new LeaseBook(
            new AdmissionLimits(1, 1, Duration.ofSeconds(1)),
            new Plans(new Plan(1, 1, 1), Map.of()),
            InstantSource.system());

    MeteredWorld() {
        SettableClock clock = new SettableClock(TEN);
        SupervisionLimits limits =
                new SupervisionLimits(Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        FeedSupervisor feed = new FeedSupervisor(
                new SteeredFeed(),
                limits,
                () -> true,
                clock,
                new HandCrankedMetronome(),
                new Random(1),
                FeedStatusListener.NONE);
        FeedMetrics.show(meters, feed, inbox, 10, new SampleClients(clock).drain());
        MachineMetrics.show(meters);
        AdmissionMetrics.show(meters, leases);
        BusMetrics.show(meters, skipped, AtomicLong::doubleValue);
    }

    void somethingOfEachKindHappens() {
        broadcast.handed(Channel.MARKET, 3);
        Tally tally = sockets.tally(Door.HUB, "hub");
        tally.opened();
        tally.heard();
        tally.left(new TextMessage("a frame"), tally.setOut());
        refused("market", CloseCode.TOKEN_INVALID);
        closed(1006, null);
        hub.heard("chat");
        hub.refused(HubError.NOT_JSON);
        hub.said("chat", Duration.ofMillis(3));
        hub.notified();
        hub.notificationsDropped(2);
        hub.announced();
        hub.counted(3, 40);
        hub.notAnEvent("words");
        tick.happened(trade(FPT, 98_500, 100), 1_000);
        tick.raised(new Alert("a1b2c3d4", new Signal(AlertType.VOLUME_SPIKE, FPT, "large", TEN, Map.of())));
        tick.ticked(2_000, nanos);
        http.answered("GET", "/api/session", 200, 1_000);
    }

    void refused(String door, CloseCode reason) {
        Arrival arrival = new Arrival(new ClientAddress(ADDRESS), true, "tickcast.example");
        Attempt attempt = new Attempt(arrival, door, List.of("https://" + USER), new Credential.Token(TOKEN));
        admission.refused(attempt, new Verdict.Refused(reason, null));
    }

    void closed(int code, @Nullable CloseCode ours) {
        admission.closed(
                new Connection(7, "market", new ClientIdentity(USER, new ClientAddress(ADDRESS), null)), code, ours);
    }

    String text() {
        return meters.text();
    }

    /** The value of the line that begins so; its absence is an error. */
    double value(String series) {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + text()));
    }

    /** How many series there are of what we count ourselves. */
    long series() {
        return text().lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_"))
                .count();
    }

    @Override
    public void close() {
        meters.close();
    }
}
