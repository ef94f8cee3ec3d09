package org.tickcast.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketTime;
import org.tickcast.market.TradingBoard;

/**
 * What time it is in the market, and what each board does.
 *
 * @param timestamp in the market's own time, which of a simulated or recorded market is not ours
 */
public record SessionView(String timestamp, List<BoardView> boards) {

    static SessionView of(MarketTime market) {
        Instant now = market.now();
        return new SessionView(
                VietnamTime.write(now),
                Arrays.stream(TradingBoard.values())
                        .map(board -> BoardView.of(board, market, now))
                        .toList());
    }

    /** @param nextChange when the phase after this one begins; null when none will */
    public record BoardView(
            String board,
            String phase,
            boolean isOpen,
            @Nullable String nextChange) {

        static BoardView of(TradingBoard board, MarketTime market, Instant now) {
            var phase = market.hours().phase(board, now);
            return new BoardView(
                    board.name(),
                    phase.name().toLowerCase(Locale.ROOT),
                    phase.isOpen(),
                    VietnamTime.writeIfKnown(market.hours().nextChange(board, now)));
        }
    }
}
