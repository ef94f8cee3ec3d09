package org.tickcast.market;

import java.time.Instant;

/** What foreign investors did with one stock today: shares, VND, and shares per minute. */
public record ForeignActivity(
        Symbol symbol,
        long buyVolume,
        long sellVolume,
        long buyValue,
        long sellValue,
        long totalRoom,
        long currentRoom,
        double buySpeed,
        double sellSpeed,
        double buyAcceleration,
        double sellAcceleration,
        Instant lastUpdated) {

    public long netVolume() {
        return buyVolume - sellVolume;
    }

    public long netValue() {
        return buyValue - sellValue;
    }
}
