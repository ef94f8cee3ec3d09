package org.tickcast.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our names for the fields of an event, and what others call the same. The exchange's own feed and its documents do not
 * agree with each other ({@code BuyVol}, {@code FBuyVol}), so both are read. Capitals and underscores do not count.
 */
final class FieldNames {

    static final String TYPE = "type";
    static final String SYMBOL = "symbol";
    static final String AT = "at";
    static final String SESSION = "session";
    static final String BIDS = "bids";
    static final String ASKS = "asks";

    private static final Map<String, List<String>> ALSO_CALLED = Map.ofEntries(
            Map.entry(TYPE, List.of()),
            Map.entry(SYMBOL, List.of("index", "index_id", "contract")),
            Map.entry(AT, List.of()),
            Map.entry(SESSION, List.of("trading_session")),
            Map.entry(BIDS, List.of()),
            Map.entry(ASKS, List.of()),
            Map.entry("price", List.of("last_price")),
            Map.entry("volume", List.of("vol", "last_vol")),
            Map.entry("reference", List.of("ref_price")),
            Map.entry("ceiling", List.of()),
            Map.entry("floor", List.of()),
            Map.entry("buy_volume", List.of("buy_vol", "fbuy_vol", "fbuy_volume")),
            Map.entry("sell_volume", List.of("sell_vol", "fsell_vol", "fsell_volume")),
            Map.entry("buy_value", List.of("buy_val", "fbuy_val", "fbuy_value")),
            Map.entry("sell_value", List.of("sell_val", "fsell_val", "fsell_value")),
            Map.entry("total_room", List.of()),
            Map.entry("current_room", List.of()),
            Map.entry("value", List.of("index_value")),
            Map.entry("prior_value", List.of("prior_index_value")),
            Map.entry("total_volume", List.of("total_vol", "total_qtty")),
            Map.entry("advances", List.of()),
            Map.entry("declines", List.of()),
            Map.entry("unchanged", List.of("no_changes")),
            Map.entry("bid", List.of()),
            Map.entry("ask", List.of()));

    private static final Map<String, String> OURS = ours();

    private FieldNames() {}

    /** Our name for a field, or null when it is none of ours. */
    static @Nullable String ours(String theirs) {
        return OURS.get(plain(theirs));
    }

    private static Map<String, String> ours() {
        Map<String, String> ours = new HashMap<>();
        ALSO_CALLED.forEach((name, others) -> {
            ours.put(name, name);
            ours.put(plain(name), name);
            others.forEach(other -> ours.put(plain(other), name));
        });
        return Map.copyOf(ours);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
