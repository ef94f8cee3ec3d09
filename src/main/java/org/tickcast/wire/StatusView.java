package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Whether the market still reaches us. Only this frame has a {@code type}; by it clients tell it from the data. */
@JsonbPropertyOrder({"type", "connected"})
public record StatusView(String type, boolean connected) {

    static StatusView of(boolean connected) {
        return new StatusView("status", connected);
    }
}
