package org.tickcast.admission.jwt;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where published keys are, and how they are fetched.
 *
 * @param refreshEvery how old a set may become before it is fetched again
 * @param askAgainAfter the shortest time between two fetches, whatever happens
 * @param connectWithin how long a connection may take to be there
 * @param answerWithin how long all of one fetch may take
 * @param longestAnswer in bytes; a longer one is not read to its end
 */
public record JwksSettings(
        URI location,
        Duration refreshEvery,
        Duration askAgainAfter,
        Duration connectWithin,
        Duration answerWithin,
        int longestAnswer) {

    public static final Duration REFRESH_EVERY = Duration.ofMinutes(10);
    public static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);
    public static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    public static final int LONGEST_ANSWER = 256 * 1024;

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public JwksSettings {
        if (location.getHost() == null
                || !("https".equals(location.getScheme()) || "http".equals(location.getScheme()))) {
            throw new IllegalArgumentException("Keys are published at an https address, not at " + location);
        }
        requirePositive("between two refreshes", refreshEvery);
        requirePositive("between two fetches", askAgainAfter);
        requirePositive("for a connection", connectWithin);
        requirePositive("for an answer", answerWithin);
        if (longestAnswer < 1) {
            throw new IllegalArgumentException("An answer has at least 1 byte, not " + longestAnswer);
        }
    }

    /** The usual pace. Only https, or this very machine: who can change keys on their way can sign any token. */
    public static JwksSettings at(URI location) {
        JwksSettings settings = overAnyNetwork(location);
        if (!"https".equals(location.getScheme()) && !isThisMachine(location.getHost())) {
            throw new IllegalArgumentException("Keys come over https, not from " + location);
        }
        return settings;
    }

    /** The usual pace, over http too: for a network where nobody else is. */
    public static JwksSettings overAnyNetwork(URI location) {
        return new JwksSettings(
                location, REFRESH_EVERY, ASK_AGAIN_AFTER, CONNECT_WITHIN, ANSWER_WITHIN, LONGEST_ANSWER);
    }

    public JwksSettings refreshedEvery(Duration other) {
        return new JwksSettings(location, other, askAgainAfter, connectWithin, answerWithin, longestAnswer);
    }

    private static boolean isThisMachine(@Nullable String host) {
        return THIS_MACHINE.matcher(Objects.requireNonNullElse(host, "")).matches();
    }

    private static void requirePositive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("Some time " + what + ", not " + duration);
        }
    }
}
