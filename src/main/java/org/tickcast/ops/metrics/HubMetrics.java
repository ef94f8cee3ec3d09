package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickcast.hub.HubListener;
import org.tickcast.wire.HubError;

/** Counts what is said to the hub, what it does not do, and what comes of the rest; and how long the bus takes. */
public final class HubMetrics implements HubListener {

    private static final String OTHER = "other";
    private static final Set<String> TYPES = Set.of(
            "chat",
            "room_message",
            "join_room",
            "leave_room",
            "typing",
            "ping",
            "pong",
            "notification_ack",
            "history",
            "rooms",
            "members",
            "presence",
            OTHER);

    private final Map<String, Counter> heard;
    private final Map<HubError, Counter> refused = new EnumMap<>(HubError.class);
    private final Counter toldFromOutside;
    private final Counter refusedFromOutside;
    private final Durations busLag;
    private final Counter notified;
    private final Counter givenUp;
    private final Counter announced;
    private final Counter notAnEvent;
    private final AtomicInteger rooms = new AtomicInteger();
    private final AtomicInteger online = new AtomicInteger();

    public HubMetrics(Meters meters) {
        heard = TYPES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        type -> Counter.builder("websocket_messages_total")
                                .description("Messages that the hub has understood")
                                .tag("type", type)
                                .register(meters.registry())));
        for (HubError error : HubError.values()) {
            refused.put(
                    error,
                    Counter.builder("tickcast_hub_refusals_total")
                            .description("What the hub was asked and has not done")
                            .tag("error", error.id())
                            .register(meters.registry()));
        }
        toldFromOutside = outside(meters, "told");
        refusedFromOutside = outside(meters, "refused");
        busLag = meters.durations(
                "tickcast_hub_bus_lag_seconds",
                "From when something was said in a room until this server heard it over the bus",
                0.005,
                0.01,
                0.025,
                0.05,
                0.1,
                0.25,
                0.5,
                1,
                5,
                30);
        notified = counter(meters, "tickcast_hub_notifications_total", "Notifications to users");
        givenUp = counter(
                meters,
                "tickcast_hub_notifications_dropped_total",
                "Notifications given up before they were acknowledged");
        announced = counter(meters, "tickcast_hub_announcements_total", "What everybody was told");
        notAnEvent = counter(meters, "tickcast_hub_unreadable_total", "What came over the bus and no hub has said");
        gauge(meters, "tickcast_hub_rooms", "Rooms", rooms);
        gauge(meters, "tickcast_hub_online_users", "Users who are online on any server", online);
    }

    private static Counter outside(Meters meters, String result) {
        return Counter.builder("tickcast_hub_outside_messages_total")
                .description("What was published to this server by who is no client")
                .tag("result", result)
                .register(meters.registry());
    }

    private static Counter counter(Meters meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters.registry());
    }

    private static void gauge(Meters meters, String name, String description, AtomicInteger value) {
        Gauge.builder(name, value, AtomicInteger::get).description(description).register(meters.registry());
    }

    @Override
    public void heard(String type) {
        Counter counter = heard.get(TYPES.contains(type) ? type : OTHER);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void outsider(boolean understood) {
        (understood ? toldFromOutside : refusedFromOutside).increment();
    }

    @Override
    public void refused(HubError error) {
        Counter counter = refused.get(error);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void said(String type, Duration onItsWay) {
        busLag.record(onItsWay.toNanos());
    }

    @Override
    public void notified() {
        notified.increment();
    }

    @Override
    public void notificationsDropped(int dropped) {
        givenUp.increment(dropped);
    }

    @Override
    public void announced() {
        announced.increment();
    }

    @Override
    public void counted(int roomsNow, int onlineNow) {
        rooms.set(roomsNow);
        online.set(onlineNow);
    }

    @Override
    public void notAnEvent(String words) {
        notAnEvent.increment();
    }
}
