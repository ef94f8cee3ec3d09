package org.tickcast.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bus of a server that is alone, and of several in one test. */
public final class LocalBus implements Bus {

    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final InTurn inTurn = new InTurn();

    @Override
    public void publish(String topic, String message) {
        inTurn.add(() -> listenersOf(topic).forEach(listener -> listener.hear(message)));
        inTurn.work();
    }

    @Override
    public Subscription subscribe(String topic, Listener listener) {
        List<Listener> all = listenersOf(topic);
        all.add(listener);
        return () -> all.remove(listener);
    }

    private List<Listener> listenersOf(String topic) {
        return listeners.computeIfAbsent(topic, first -> new CopyOnWriteArrayList<>());
    }
}
