package org.tickcast.wiring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.Metronome;
import org.tickcast.hub.GuestSecret;
import org.tickcast.hub.Hub;

/** The rooms that are there from the start, and the hub's time, which goes on from then to the end of the gateway. */
final class HubLoop {

    private static final Duration EVERY = Duration.ofMillis(100);

    private final Hub hub;
    private final List<HubSettings.Room> rooms;
    private final Metronome metronome;
    private final NodeBus bus;
    private final @Nullable GuestSecret secret;
    private Metronome.@Nullable Beating beating;

    /**
     * @param bus is closed at the end, for the hub has to be able to say good-bye
     * @param secret on which nodes have to agree; null when it is set
     */
    HubLoop(Hub hub, List<HubSettings.Room> rooms, Metronome metronome, NodeBus bus, @Nullable GuestSecret secret) {
        this.hub = hub;
        this.rooms = List.copyOf(rooms);
        this.metronome = metronome;
        this.bus = bus;
        this.secret = secret;
    }

    void start() {
        hub.desk().furnish(rooms.stream().map(HubSettings.Room::spec).toList());
        rooms.forEach(room -> hub.desk().seat(room.spec().id(), room.members()));
        if (secret != null) {
            bus.agreeOn(secret);
        }
        bus.shareUse(metronome);
        bus.listenToOutsiders(hub.outsiders()::heard);
        beating = metronome.every(EVERY, "round of the hub", hub::tick);
    }

    void stop() {
        if (beating != null) {
            beating.close();
            beating = null;
            hub.stop();
            bus.close();
        }
    }
}
