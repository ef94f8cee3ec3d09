package org.tickcast.wire;

import java.util.List;
import java.util.Locale;
import org.tickcast.market.MarketBoard;

/** A broadcast channel: where it is, and what it tells of the board. */
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
    },
    /** Each alert when it is raised. It shows nothing of the board: who comes later has missed what was said before. */
    ALERTS {
        @Override
        public long versionOn(MarketBoard board) {
            throw new IllegalStateException("The channel of alerts shows no picture of the board");
        }
    };

    /** Those that show a picture, of which the newest is all there is to know. */
    public static final List<Channel> PICTURES = List.of(MARKET, FOREIGN, INDEX);

    /** The version at which the board last changed in a way that this picture shows. */
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
