package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tickcast.testing.FlatPicture;
import org.tickcast.testing.SampleEvents;
import org.tickcast.testing.SampleMarket;

/** A board that was saved and loaded elsewhere. */
class SavedBoardTest {

    @Property(tries = 300)
    void shows_the_same_and_each_event_does_the_same_to_it(
            @ForAll("some") List<MarketEvent> before, @ForAll("some") List<MarketEvent> after) throws IOException {
        MarketBoard board = SampleMarket.board(before.toArray(MarketEvent[]::new));

        MarketBoard loaded = copyOf(board);

        assertThat(everythingOf(loaded)).isEqualTo(everythingOf(board));
        for (MarketEvent event : after) {
            board.apply(event);
            loaded.apply(event);
            assertThat(everythingOf(loaded)).isEqualTo(everythingOf(board));
        }
        assertThat(saved(loaded)).isEqualTo(saved(board));
    }

    @Property(tries = 300)
    void knows_what_has_changed_since_it_was_saved(
            @ForAll("some") List<MarketEvent> before, @ForAll("some") List<MarketEvent> after) throws IOException {
        MarketBoard board = SampleMarket.board(before.toArray(MarketEvent[]::new));
        MarketBoard loaded = copyOf(board);
        FlatPicture then = FlatPicture.of(loaded);
        long version = loaded.version();

        after.forEach(loaded::apply);

        FlatPicture now = FlatPicture.of(loaded);
        assertThat(then.movedOn(loaded.changesSince(version), now).fields()).isEqualTo(now.fields());
    }

    @Example
    void cut_off_it_cannot_be_loaded_and_changes_nothing() throws IOException {
        byte[] whole = saved(SampleMarket.board(trade(FPT, 98_500, 100)));
        MarketBoard board = SampleMarket.board();
        byte[] before = saved(board);

        for (int bytes = 0; bytes < whole.length; bytes++) {
            DataInputStream cutOff = new DataInputStream(new ByteArrayInputStream(whole, 0, bytes));
            assertThatThrownBy(() -> board.load(cutOff)).isInstanceOf(IOException.class);
        }

        assertThat(saved(board)).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<MarketEvent>> some() {
        return SampleEvents.any().list().ofMaxSize(60);
    }

    private static List<Object> everythingOf(MarketBoard board) {
        return List.of(
                board.epoch(),
                board.version(),
                board.foreignVersion(),
                board.indexVersion(),
                List.copyOf(board.snapshot().stats().keySet()),
                FlatPicture.of(board).fields(),
                board.bids(FPT),
                board.asks(FPT));
    }

    private static MarketBoard copyOf(MarketBoard board) throws IOException {
        MarketBoard copy = SampleMarket.board(trade(FPT, 1, 1));
        copy.load(new DataInputStream(new ByteArrayInputStream(saved(board))));
        return copy;
    }

    private static byte[] saved(MarketBoard board) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        board.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
