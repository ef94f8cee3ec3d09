package org.tickcast.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import org.tickcast.market.MarketBoard;

/** Writes what clients read. Safe for use by many threads, as JSON-B is. */
public final class WireCodec {

    private final Jsonb json = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            // The order of a class's members is no order: without one, two servers may write the same facts
            // differently.
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withNullValues(true));

    /** The whole of what a channel shows of the board now. Called by the owner of the board only. */
    public String snapshot(Channel channel, MarketBoard board) {
        return json.toJson(
                switch (channel) {
                    case MARKET -> MarketView.of(board.snapshot());
                    case FOREIGN -> ForeignView.of(board.foreign());
                    case INDEX -> MarketView.indicesOf(board.indices());
                });
    }

    /** Whether the market still reaches us; the same on every channel. */
    public String status(boolean connected) {
        return json.toJson(StatusView.of(connected));
    }

    public String problem(Problem problem) {
        return json.toJson(problem);
    }
}
