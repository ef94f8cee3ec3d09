package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Map;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Frame;
import org.tickcast.wire.Channel;

/** Counts what the broadcaster writes and hands out. */
public final class BroadcastMetrics implements BroadcastListener {

    private final Map<Channel, Counter> handed;
    private final Map<Channel, Counter> encoded;
    private final Map<Channel, Counter> skipped;
    private final Map<Channel, Counter> stepsFound;
    private final Map<Channel, Counter> stepsWritten;

    public BroadcastMetrics(Meters meters) {
        handed = each(meters, "ws_messages_sent_total", "Frames handed to clients, one for each client");
        encoded = each(meters, "tickcast_snapshots_encoded_total", "Whole pictures written for plain clients");
        skipped = each(meters, "tickcast_versions_skipped_total", "Pictures left out for clients that were busy");
        stepsFound = steps(meters, "found");
        stepsWritten = steps(meters, "written");
    }

    @Override
    public void encoded(Frame frame) {
        add(encoded, frame.channel(), 1);
    }

    @Override
    public void handed(Channel channel, long frames) {
        add(handed, channel, frames);
    }

    @Override
    public void skipped(Channel channel, long pictures) {
        add(skipped, channel, pictures);
    }

    @Override
    public void spared(Channel channel) {
        add(skipped, channel, 1);
    }

    @Override
    public void stepped(Channel channel, long found, long written) {
        add(stepsFound, channel, found);
        add(stepsWritten, channel, written);
    }

    private static void add(Map<Channel, Counter> counters, Channel channel, long amount) {
        Counter counter = counters.get(channel);
        if (counter != null) {
            counter.increment(amount);
        }
    }

    private static Map<Channel, Counter> steps(Meters meters, String result) {
        String name = "tickcast_frame_cache_total";
        return each(meters, name, "Steps that clients of tickcast.v1 needed", "result", result);
    }

    private static Map<Channel, Counter> each(Meters meters, String name, String description, String... tags) {
        Map<Channel, Counter> counters = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            counters.put(
                    channel,
                    Counter.builder(name)
                            .description(description)
                            .tag("channel", channel.id())
                            .tags(tags)
                            .register(meters.registry()));
        }
        return counters;
    }
}
