package org.tickcast.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocalBusTest extends BusContract {

    private final LocalBus bus = new LocalBus();

    @Override
    protected Bus bus() {
        return bus;
    }

    @Test
    void a_node_is_called_by_something_that_can_stand_in_any_log() {
        assertThat(new NodeId("node-1.east_2")).hasToString("node-1.east_2");
        assertThatThrownBy(() -> new NodeId("a b")).hasMessageContaining("a b");
        assertThatThrownBy(() -> new NodeId("")).isInstanceOf(IllegalArgumentException.class);
    }
}
