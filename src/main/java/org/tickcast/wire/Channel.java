package org.tickcast.wire;

import java.util.Locale;
import org.tickcast.market.MarketBoard;

/** A broadcast channel: where it is, and which of the board's changes it shows. */
public enum Channel {
    /** Session statistics and prices of every stock, the indices, the foreign flow and the active future. */
    MARKET {
        @Override
        public long versionOn(MarketBoard board) {
            return board.version();
        }
    },
    /** What foreign investors bought and sold. */
    FOREIGN {
        @Override
        public long versionOn(MarketBoard board) {
            return board.foreignVersion();
        }
    },
    /** VN30 and VNINDEX. */
    INDEX {
        @Override
        public long versionOn(MarketBoard board) {
            return board.indexVersion();
        }
    };

    /** The version at which the board last changed in a way that this channel shows. */
    public abstract long versionOn(MarketBoard board);

    /** The channel's name in metrics, logs and the path of its socket. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
