package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where clients come in, and what settings and tokens call it. */
class DoorTest {

    @ParameterizedTest
    @CsvSource({"market, /ws/market", "foreign, /ws/foreign", "index, /ws/index", "alerts, /ws/alerts", "hub, /ws"})
    void a_door_is_known_by_its_name_and_by_its_path(String id, String path) {
        assertThat(Door.named(id)).isEqualTo(new Door(id, path)).isEqualTo(Door.at(path));
    }

    @Test
    void no_two_are_the_same() {
        assertThat(Door.ALL).extracting(Door::id).doesNotHaveDuplicates();
        assertThat(Door.ALL).extracting(Door::path).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/ws/", "/ws/hub", "/ws/market/", "/WS", "hub"})
    void nothing_is_anywhere_else(String path) {
        assertThat(Door.at(path)).isNull();
    }
}
