package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.board;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Watchlist;

/** Which name a channel has, and which changes of the board are news to it. */
class ChannelTest {

    @ParameterizedTest
    @CsvSource({"MARKET, market", "FOREIGN, foreign", "INDEX, index"})
    void a_channel_is_called_as_in_the_path_of_its_socket(Channel channel, String id) {
        assertThat(channel.id()).isEqualTo(id);
        assertThat(channel).hasToString(id);
    }

    @Test
    void each_channel_follows_its_own_version_of_the_board() {
        MarketBoard board = board(index(Watchlist.VN30, 2_000, TEN), foreign(FPT, 1, 1, TEN), trade(FPT, 98_500, 100));

        assertThat(Channel.INDEX.versionOn(board)).isEqualTo(1);
        assertThat(Channel.FOREIGN.versionOn(board)).isEqualTo(2);
        assertThat(Channel.MARKET.versionOn(board)).isEqualTo(3);
    }
}
