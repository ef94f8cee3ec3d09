package org.tickcast.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The stocks and indices that the board keeps, in the order in which it shows them. Futures are always kept. */
public record Watchlist(Set<Symbol> stocks, Set<Symbol> indices) {

    public static final Symbol VN30 = new Symbol("VN30");
    public static final Symbol VNINDEX = new Symbol("VNINDEX");

    private static final String BASKET = "vn30.txt";

    public Watchlist {
        stocks = ordered(stocks);
        indices = ordered(indices);
    }

    /** The basket of {@code vn30.txt}, with its own index and the market's. */
    public static Watchlist vn30() {
        Set<Symbol> indices = new LinkedHashSet<>();
        indices.add(VN30);
        indices.add(VNINDEX);
        return new Watchlist(basket(), indices);
    }

    private static Set<Symbol> basket() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Watchlist.class.getResourceAsStream(BASKET), BASKET), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Symbol::new)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + BASKET, e);
        }
    }

    private static Set<Symbol> ordered(Set<Symbol> symbols) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(symbols));
    }
}
