package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickcast.hub.HubListener;
import org.tickcast.wire.HubError;

/** Counts what is said to the hub, and what it does not do. */
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
    }

    private static Counter outside(Meters meters, String result) {
        return Counter.builder("tickcast_hub_outside_messages_total")
                .description("What was published to this server by who is no client")
                .tag("result", result)
                .register(meters.registry());
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
}
