package org.tickcast.market.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.Symbol;

/** What a rule remembers of each symbol, for so many symbols and no more. */
final class PerSymbol<S> {

    private final int maxSymbols;
    private final Supplier<S> fresh;
    private final Map<Symbol, S> bySymbol = new HashMap<>();

    PerSymbol(int maxSymbols, Supplier<S> fresh) {
        this.maxSymbols = maxSymbols;
        this.fresh = fresh;
    }

    /** What is remembered of this symbol; nothing when it is one too many. */
    @Nullable S of(Symbol symbol) {
        S known = bySymbol.get(symbol);
        if (known == null && bySymbol.size() < maxSymbols) {
            known = fresh.get();
            bySymbol.put(symbol, known);
        }
        return known;
    }

    void clear() {
        bySymbol.clear();
    }
}
