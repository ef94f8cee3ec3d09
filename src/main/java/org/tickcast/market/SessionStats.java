package org.tickcast.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was traded of one stock today, by part of the day and by who attacked; values in VND. */
public record SessionStats(
        Symbol symbol,
        Volumes ato,
        Volumes continuous,
        Volumes atc,
        long activeBuyValue,
        long activeSellValue,
        @Nullable Instant lastUpdated) {

    /** The whole day: always the sum of its three parts. */
    public Volumes day() {
        return ato.plus(continuous).plus(atc);
    }
}
