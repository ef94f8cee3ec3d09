package org.tickcast.wire;

import java.util.Collection;
import java.util.List;
import org.tickcast.market.Symbol;

/** The stocks that make up an index. */
public record BasketView(List<String> symbols) {

    static BasketView of(Collection<Symbol> stocks) {
        return new BasketView(stocks.stream().map(Symbol::code).toList());
    }
}
