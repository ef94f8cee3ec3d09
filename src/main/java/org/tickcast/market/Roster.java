package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The things of one kind on the board, by symbol: those there are, which of them have changed since when, and which have
 * gone. Belongs to the board, and so to the tick.
 */
final class Roster<T> {

    private final Map<Symbol, ChangeOrder.Place<T>> places = new LinkedHashMap<>();
    private final ChangeOrder<T> order = new ChangeOrder<>();
    private final Map<Symbol, Long> goneAt = new HashMap<>();
    private long lastGoneAt;

    ChangeOrder.@Nullable Place<T> find(Symbol symbol) {
        return places.get(symbol);
    }

    @Nullable T get(Symbol symbol) {
        ChangeOrder.Place<T> place = places.get(symbol);
        return place == null ? null : place.thing();
    }

    ChangeOrder.Place<T> add(Symbol symbol, T thing, long version) {
        ChangeOrder.Place<T> place = order.add(thing, version);
        places.put(symbol, place);
        goneAt.remove(symbol);
        return place;
    }

    void changed(ChangeOrder.Place<T> place, long version) {
        order.changed(place, version);
    }

    int size() {
        return places.size();
    }

    Collection<ChangeOrder.Place<T>> places() {
        return places.values();
    }

    List<T> all() {
        return places.values().stream().map(ChangeOrder.Place::thing).toList();
    }

    /** What a picture of this version does not have right, newest first. */
    List<T> changedSince(long base) {
        return order.since(base);
    }

    /** What a picture of this version may have, and must not. */
    Set<Symbol> goneSince(long base) {
        if (lastGoneAt <= base) {
            return Set.of();
        }
        return goneAt.entrySet().stream()
                .filter(gone -> gone.getValue() > base)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void clear(long version) {
        places.keySet().forEach(symbol -> goneAt.put(symbol, version));
        lastGoneAt = version;
        places.clear();
        order.clear();
    }

    <V> Map<Symbol, V> view(Function<T, V> shown) {
        Map<Symbol, V> view = new LinkedHashMap<>();
        places.forEach((symbol, place) -> view.put(symbol, shown.apply(place.thing())));
        return Collections.unmodifiableMap(view);
    }

    /** What has gone is not saved: whoever loads this has never seen it. */
    void save(DataOutput out, Saver<T> saver) throws IOException {
        out.writeInt(places.size());
        for (Map.Entry<Symbol, ChangeOrder.Place<T>> place : places.entrySet()) {
            out.writeUTF(place.getKey().code());
            saver.save(place.getValue().thing(), out);
        }
    }

    /** What was saved, in the same order, all of it as new as this version. */
    static <T> Roster<T> load(DataInput in, Loader<T> loader, long version) throws IOException {
        Roster<T> loaded = new Roster<>();
        for (int left = in.readInt(); left > 0; left--) {
            Symbol symbol = new Symbol(in.readUTF());
            loaded.add(symbol, loader.load(symbol, in, version), version);
        }
        return loaded;
    }

    /** Writes down one thing. */
    interface Saver<T> {
        void save(T thing, DataOutput out) throws IOException;
    }

    /** Reads what a {@link Saver} wrote. */
    interface Loader<T> {
        T load(Symbol symbol, DataInput in, long version) throws IOException;
    }
}
