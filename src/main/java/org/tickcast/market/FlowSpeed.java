package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** How fast a growing total grows: shares per minute over the last five minutes, and how that speed itself changes. */
final class FlowSpeed {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Bounds the memory of a feed that reports very often: beyond it the window is a little shorter. */
    private static final int MAX_STEPS = 600;

    private static final int FIRST_STEPS = 60;

    private final AmountWindow shares = new AmountWindow(FIRST_STEPS, MAX_STEPS);
    private double perMinute;
    private double acceleration;

    void grewBy(long more, Instant at) {
        long now = at.toEpochMilli();
        shares.add(more, now);
        while (shares.oldestTime() < now - WINDOW.toMillis()) {
            shares.forgetOldest();
        }
        double before = perMinute;
        perMinute = shares.sum() / (double) WINDOW.toMinutes();
        acceleration = perMinute - before;
    }

    double perMinute() {
        return perMinute;
    }

    double acceleration() {
        return acceleration;
    }

    void save(DataOutput out) throws IOException {
        shares.save(out);
        out.writeDouble(perMinute);
        out.writeDouble(acceleration);
    }

    static FlowSpeed load(DataInput in) throws IOException {
        FlowSpeed speed = new FlowSpeed();
        speed.shares.load(in);
        speed.perMinute = in.readDouble();
        speed.acceleration = in.readDouble();
        return speed;
    }
}
