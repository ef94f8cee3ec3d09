package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tickcast.testing.FlatPicture;
import org.tickcast.testing.SampleEvents;
import org.tickcast.testing.SampleMarket;

/** Whatever has happened, and however long ago somebody looked: what he saw, and the changes since, are the present. */
class ChangesSinceTest {

    private static final BoardLimits SHORT_LINES = new BoardLimits(3, Duration.ofSeconds(2));

    @Property
    void a_picture_of_any_version_and_the_changes_since_are_the_present(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);
        TreeMap<Long, FlatPicture> pictures = new TreeMap<>();
        pictures.put(board.version(), FlatPicture.of(board));

        for (MarketEvent event : events) {
            board.apply(event);
            pictures.put(board.version(), FlatPicture.of(board));
        }

        FlatPicture present = FlatPicture.of(board);
        pictures.forEach((version, seen) -> {
            MarketChanges changes = board.changesSince(version);
            assertThat(seen.movedOn(changes, present).fields())
                    .as("version %d and the changes since", version)
                    .isEqualTo(present.fields());
        });
    }

    @Property
    void a_version_is_one_picture(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);

        for (MarketEvent event : events) {
            long before = board.version();
            FlatPicture seen = FlatPicture.of(board);
            board.apply(event);

            if (board.version() == before) {
                assertThat(FlatPicture.of(board).fields()).isEqualTo(seen.fields());
            }
        }
    }

    @Property
    void to_somebody_who_has_seen_the_present_nothing_is_new(@ForAll("events") List<MarketEvent> events) {
        MarketBoard board = SampleMarket.board(SHORT_LINES);

        events.forEach(board::apply);

        assertThat(board.changesSince(board.version()).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<MarketEvent>> events() {
        return SampleEvents.any().list().ofMaxSize(60);
    }
}
