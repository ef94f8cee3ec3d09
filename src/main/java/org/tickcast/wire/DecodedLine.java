package org.tickcast.wire;

import org.tickcast.market.MarketEvent;

/** What a line turned out to be. */
public sealed interface DecodedLine permits DecodedLine.Event, BadEvent {

    record Event(MarketEvent event) implements DecodedLine {}
}
