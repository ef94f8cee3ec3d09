package org.tickcast.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.NodeId;
import org.tickcast.wire.HubMessage;

/**
 * The hub as sockets see it. Whoever has a socket says when it opens, what it hears and when it closes, and calls the
 * tick several times a second.
 *
 * <p>Threads: any. What the hub knows is behind one lock, which is held for the look-ups of one message or event and never
 * while something is sent, written to the bus, or read from JSON.
 */
public final class Hub {

    static final String TOPIC = "hub";

    private final HubLimits limits;
    private final HubListener listener;
    private final Postbox postbox;
    private final Bus.Subscription subscription;
    private final Object lock = new Object();

    @GuardedBy("lock") private final HubState state;

    @GuardedBy("lock") private final HubEffects effects;

    @GuardedBy("lock") private final Rounds rounds;

    /** One whose clients are handed their frames one by one. */
    public Hub(NodeId node, HubLimits limits, RoomPolicy policy, Bus bus, InstantSource clock, HubListener listener) {
        this(node, limits, policy, bus, HubTime.of(clock), listener, ManyHands.ONE);
    }

    /** @param hands hand those a frame who are many */
    public Hub(
            NodeId node,
            HubLimits limits,
            RoomPolicy policy,
            Bus bus,
            HubTime time,
            HubListener listener,
            ManyHands hands) {
        this.limits = limits;
        this.listener = listener;
        this.postbox = new Postbox(bus, TOPIC, hands);
        this.state = new HubState(node, limits, policy, listener, postbox, time);
        this.effects = new HubEffects(state);
        this.rounds = new Rounds(state);
        this.subscription = bus.subscribe(TOPIC, new Ear());
    }

    /** A socket is open. It hears at once what its user has not acknowledged. */
    public void opened(HubClient client) {
        inside(state -> {
            LocalSockets.Socket socket = state.sockets.open(client);
            state.audiencesOf(socket.user());
            state.notifications.of(socket.user()).forEach(kept -> postbox.post(Frames.notification(kept), client));
            postbox.publish(devicesOf(state, socket.user(), socket.number()));
            return socket;
        });
    }

    /** A socket that is open has said something. What comes of it is delivered; nothing is thrown. */
    public void heard(HubClient client, String text) {
        HubMessage message = HubMessage.read(text, limits.messages());
        inside(state -> {
            LocalSockets.Socket socket = state.sockets.find(client);
            if (socket != null) {
                Hearing.of(state, socket, message);
            }
            return message;
        });
    }

    /** A socket is closed, for whatever reason. Saying so again changes nothing. */
    public void closed(HubClient client) {
        inside(state -> {
            LocalSockets.Socket socket = state.sockets.find(client);
            if (socket != null) {
                state.sockets.close(socket);
                state.audiencesOf(socket.user());
                state.rooms.of(socket.user()).forEach(room -> room.presence().unwatch(client));
                postbox.publish(devicesOf(state, socket.user(), 0));
            }
            return client;
        });
    }

    /** Time goes by. Ten times a second is often enough for people; it is how late what is due may come. */
    public void tick() {
        synchronized (lock) {
            rounds.tick(state.steadyNow());
        }
        postbox.empty();
    }

    /** The other nodes need not wait for the end of this one's lease. Nothing is heard afterwards. */
    public void stop() {
        inside(state -> {
            postbox.publish(new HubEvent.NodeGone(state.node.value()));
            return state;
        });
        subscription.close();
    }

    /** What may be asked of the hub without a socket. */
    public HubDesk desk() {
        return new HubDesk(this);
    }

    /** What those say who are no clients. */
    public Outsiders outsiders() {
        return new Outsiders(this, limits.messages(), listener);
    }

    /** @param work asks and changes what the hub knows, and waits for nothing */
    <T> T inside(Function<HubState, T> work) {
        T answer;
        synchronized (lock) {
            answer = work.apply(state);
        }
        postbox.empty();
        return answer;
    }

    private static HubEvent devicesOf(HubState state, String user, long opened) {
        int count = state.sockets.of(user).size();
        return new HubEvent.DevicesChanged(state.node.value(), user, count, opened);
    }

    private void onEvent(String text, Consumer<HubEvent> work) {
        try {
            HubEvent event = HubEventCodec.read(text);
            inside(state -> {
                work.accept(event);
                return event;
            });
        } catch (HubEventCodec.NotAnEvent other) {
            listener.notAnEvent(String.valueOf(other.getMessage()));
        }
    }

    /** What comes over the bus. */
    private final class Ear implements Bus.Listener {

        @Override
        public void hear(String text) {
            onEvent(text, this::happens);
        }

        @Override
        public void hearAgain(String text) {
            onEvent(text, event -> {
                if (!event.isOfTheMoment()) {
                    postbox.silently(() -> happens(event));
                }
            });
        }

        @SuppressWarnings("GuardedBy") // Called inside only.
        private void happens(HubEvent event) {
            event.accept(effects);
        }

        @Override
        public void alone() {
            inside(state -> {
                state.alone = true;
                state.rooms.all().values().forEach(room -> room.log().goOnAlone(state.newName()));
                return state;
            });
        }

        @Override
        public void together() {
            inside(state -> {
                state.alone = false;
                postbox.publish(new HubEvent.NodeAlive(state.node.value()));
                return state;
            });
        }

        @Override
        public List<String> known() {
            return inside(HubKnowledge::of);
        }

        @Override
        public void learn(List<String> known) {
            List<HubEvent> events = new ArrayList<>();
            known.forEach(text -> {
                try {
                    events.add(HubEventCodec.read(text));
                } catch (HubEventCodec.NotAnEvent other) {
                    listener.notAnEvent(String.valueOf(other.getMessage()));
                }
            });
            inside(state -> {
                HubKnowledge.replace(
                        state,
                        () -> events.forEach(event -> {
                            if (!event.isOfTheMoment()) {
                                happens(event);
                            }
                        }));
                return state;
            });
        }
    }
}
