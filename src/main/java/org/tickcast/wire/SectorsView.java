package org.tickcast.wire;

import java.util.Map;
import java.util.TreeMap;
import org.tickcast.market.Sectors;

/** The sector of each stock, by symbol. */
public record SectorsView(Map<String, String> sectors) {

    static SectorsView of(Sectors sectors) {
        Map<String, String> byCode = new TreeMap<>();
        sectors.bySymbol().forEach((symbol, sector) -> byCode.put(symbol.code(), sector));
        return new SectorsView(byCode);
    }
}
