package org.tickcast.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The bus of a server that is alone, and of several in one test. */
public final class LocalBus implements Bus {

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final InTurn inTurn = new InTurn();

    @Override
    public void publish(String topic, String message) {
        inTurn.add(() -> listenersOf(topic).forEach(listener -> listener.accept(message)));
        inTurn.work();
    }

    @Override
    public Subscription subscribe(String topic, Consumer<String> listener) {
        List<Consumer<String>> all = listenersOf(topic);
        all.add(listener);
        return () -> all.remove(listener);
    }

    private List<Consumer<String>> listenersOf(String topic) {
        return listeners.computeIfAbsent(topic, first -> new CopyOnWriteArrayList<>());
    }
}
