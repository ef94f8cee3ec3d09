package org.tickcast.feed;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketHours;
import org.tickcast.market.SessionClock;
import org.tickcast.market.SessionPhase;
import org.tickcast.market.TradingBoard;

/** When the simulated market trades. */
public interface SimulatedHours extends MarketHours {

    /** It always trades, without auctions, breaks or days: there is something to see whenever somebody looks. */
    SimulatedHours AROUND_THE_CLOCK = new SimulatedHours() {

        @Override
        public SessionPhase phase(TradingBoard board, Instant at) {
            return SessionPhase.CONTINUOUS;
        }

        @Override
        public @Nullable Instant nextChange(TradingBoard board, Instant at) {
            return null;
        }

        @Override
        public double activity(Instant at) {
            return 1;
        }

        @Override
        public String toString() {
            return "around the clock";
        }
    };

    /** It keeps the hours of the exchange. */
    static SimulatedHours ofTheExchange(SessionClock clock) {
        return new ExchangeHours(clock);
    }

    /** How much goes on at this hour, as a multiple of an ordinary one. */
    double activity(Instant at);

    /** Whether orders come in, so that a market which says nothing has stopped. */
    default boolean takesOrders(Instant at) {
        return phase(TradingBoard.HOSE, at).matchesOrders();
    }

    /** The hours of the exchange: most goes on when it opens and closes, least around lunch. */
    record ExchangeHours(SessionClock clock) implements SimulatedHours {

        private static final double OPEN_MINUTE = 9 * 60;
        private static final double LUNCH_MINUTE = 11 * 60 + 30;
        private static final double LUNCH_MINUTES = 90;
        private static final double MINUTES = 255;
        private static final double AT_NOON = 0.75;
        private static final double MORE_AT_THE_ENDS = 1.8;

        @Override
        public SessionPhase phase(TradingBoard board, Instant at) {
            return clock.phase(board, at);
        }

        @Override
        public Instant nextChange(TradingBoard board, Instant at) {
            return clock.nextChange(board, at);
        }

        @Override
        public double activity(Instant at) {
            double minute = LocalTime.ofInstant(at, SessionClock.ZONE).toSecondOfDay() / 60.0;
            double traded = minute - OPEN_MINUTE - (minute > LUNCH_MINUTE ? LUNCH_MINUTES : 0);
            double fromNoon = Math.max(-1, Math.min(1, 2 * traded / MINUTES - 1));
            return AT_NOON + MORE_AT_THE_ENDS * fromNoon * fromNoon;
        }
    }
}
