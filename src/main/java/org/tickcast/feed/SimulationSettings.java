package org.tickcast.feed;

import org.tickcast.market.FuturesListing;

/**
 * What kind of market is simulated. Together with the moment it starts, the first five say everything that happens.
 *
 * @param seed where chance begins
 * @param scenario what kind of day it is
 * @param hours when it trades
 * @param reset when its days end
 * @param futures which future is in front on which day
 * @param speed how many seconds pass in it while one passes outside
 */
public record SimulationSettings(
        long seed, Scenario scenario, SimulatedHours hours, ResetTime reset, FuturesListing futures, double speed) {

    public static final double LEAST_SPEED = 0.1;
    public static final double MOST_SPEED = 1_000;

    public SimulationSettings {
        if (!(speed >= LEAST_SPEED && speed <= MOST_SPEED)) {
            throw new IllegalArgumentException("speed must be from 0.1 to 1000, was " + speed);
        }
    }

    /** An ordinary market that always trades, in real time. */
    public static SimulationSettings ofSeed(long seed) {
        return new SimulationSettings(
                seed, Scenario.CALM, SimulatedHours.AROUND_THE_CLOCK, ResetTime.USUAL, FuturesListing.vietnam(), 1);
    }

    public SimulationSettings with(Scenario other) {
        return new SimulationSettings(seed, other, hours, reset, futures, speed);
    }

    public SimulationSettings with(SimulatedHours other) {
        return new SimulationSettings(seed, scenario, other, reset, futures, speed);
    }

    public SimulationSettings with(ResetTime other) {
        return new SimulationSettings(seed, scenario, hours, other, futures, speed);
    }

    public SimulationSettings with(FuturesListing other) {
        return new SimulationSettings(seed, scenario, hours, reset, other, speed);
    }

    public SimulationSettings atSpeed(double other) {
        return new SimulationSettings(seed, scenario, hours, reset, futures, other);
    }
}
