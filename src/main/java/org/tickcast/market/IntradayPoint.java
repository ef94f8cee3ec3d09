package org.tickcast.market;

import java.time.Instant;

/** One point of an index's line through the day. */
public record IntradayPoint(Instant at, double value) {}
