package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Whether the market still reaches us. It has a {@code type}, as no data has; by it clients tell it from them. */
@JsonbPropertyOrder({"type", "connected"})
public record StatusView(String type, boolean connected) {

    static StatusView of(boolean connected) {
        return new StatusView("status", connected);
    }
}
