package org.tickcast.admission;

import static org.tickcast.testing.SampleMarket.TEN;

import org.tickcast.testing.SettableClock;

class PlacesOfOneNodeTest extends CommonPlacesContract {

    private final LeaseBook book = new LeaseBook(LIMITS, Callers.PLANS, new SettableClock(TEN));

    @Override
    LeaseBook left() {
        return book;
    }

    @Override
    LeaseBook right() {
        return book;
    }
}
