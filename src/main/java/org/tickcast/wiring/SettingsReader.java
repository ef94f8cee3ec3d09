package org.tickcast.wiring;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.tickcast.ops.SettingInForce;

/**
 * Reads settings one by one and remembers what is wrong with them, so that somebody who made three mistakes hears of
 * three. Every complaint names the property and says what it may be.
 */
final class SettingsReader {

    private static final int LONGEST_TOKEN = 4096;

    private static final String HASHED = "sha256:";

    private final Config config;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> secrets = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    int wholeNumber(String property, int from, int to) {
        return (int) wholeNumber(property, (long) from, to);
    }

    long wholeNumber(String property, long from, long to) {
        String text = text(property);
        try {
            long number = Long.parseLong(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the same words as a number out of range.
        }
        complain(property, "a whole number from " + from + " to " + to, text);
        return from;
    }

    double decimal(String property, double from, double to) {
        String text = text(property);
        try {
            double number = Double.parseDouble(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the same words as a number out of range.
        }
        complain(property, "a number from " + from + " to " + to, text);
        return from;
    }

    /** Some words, or null when it is not set. */
    @Nullable String words(String property) {
        String text = textIfSet(property);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            complain(property, "text without control characters", text);
            return null;
        }
        return text;
    }

    /** A moment, or null when it is not set. */
    @Nullable Instant moment(String property) {
        String text = textIfSet(property);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notAMoment) {
            complain(property, "a moment, written like 2026-11-20T02:00:00Z", text);
            return null;
        }
    }

    /** A time of day in Vietnam, to the minute. */
    LocalTime timeOfDay(String property) {
        String text = text(property);
        if (text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return LocalTime.parse(text);
        }
        complain(property, "a time of day, written like 15:05", text);
        return LocalTime.MIDNIGHT;
    }

    /** A file or directory, or null when it is not set. Whether it is there, whoever uses it will see. */
    @Nullable Path path(String property) {
        String text = textIfSet(property);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            complain(property, "a path without control characters", text);
            return null;
        }
        return text == null ? null : Path.of(text);
    }

    /** What is in a file of the user's own, or what we know ourselves when none is named. */
    <T> T dataFile(String property, String mayBe, T ours, Function<Reader, T> read) {
        Path file = path(property);
        if (file == null) {
            return ours;
        }
        try (Reader lines = Files.newBufferedReader(file)) {
            return read.apply(lines);
        } catch (IOException | UncheckedIOException unreadable) {
            complain(property, mayBe, file + "\", which cannot be read");
        } catch (IllegalArgumentException wrong) {
            complaints.add(property + " must be " + mayBe + ": " + wrong.getMessage());
        }
        return ours;
    }

    /** A name that may be part of a property's name. */
    static String name(String text) {
        if (!text.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("No name: " + text);
        }
        return text;
    }

    /** Several, with commas between them; none when it is not set. */
    <T> List<T> list(String property, String mayBe, Function<String, T> each) {
        String text = text(property);
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .map(each)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            complain(property, mayBe, text);
            return List.of();
        }
    }

    Duration duration(String property, Duration from, Duration to) {
        String text = text(property);
        return within(property, parsed(text), from, to, text);
    }

    private static @Nullable Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notADuration) {
            return null;
        }
    }

    private Duration within(String property, @Nullable Duration duration, Duration from, Duration to, String text) {
        if (duration != null && duration.compareTo(from) >= 0 && duration.compareTo(to) <= 0) {
            return duration;
        }
        complain(property, "a duration from " + from + " to " + to + ", written like PT0.5S", text);
        return from;
    }

    /** The same, where a plain number is understood as milliseconds, as older systems write it. */
    Duration durationOrMillis(String property, Duration from, Duration to) {
        String text = text(property);
        Duration duration = text.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(text)) : parsed(text);
        return within(property, duration, from, to, text);
    }

    String oneOf(String property, String whenUnset, Set<String> choices) {
        String set = textIfSet(property);
        String text = set == null ? whenUnset : set;
        if (!choices.contains(text)) {
            complain(property, "one of " + String.join(", ", new TreeSet<>(choices)), text);
        }
        return text;
    }

    /** One of these words, and what it stands for. */
    <V> V choice(String property, String whenUnset, Map<String, V> choices) {
        V chosen = choices.get(oneOf(property, whenUnset, choices.keySet()));
        return chosen != null ? chosen : Objects.requireNonNull(choices.get(whenUnset));
    }

    /** A secret is never repeated, whatever is wrong with it. */
    @Nullable String secret(String property, Predicate<String> fits, String mayBe) {
        secrets.add(property);
        String text = textIfSet(property);
        if (text != null && !fits.test(text)) {
            refuse(property, mayBe);
        }
        return text;
    }

    /** A token of at least so many characters, or null when it is not set. */
    @Nullable String token(String property, int shortest) {
        return secret(
                property,
                token -> token.length() >= shortest && isSendable(token),
                shortest + " to " + LONGEST_TOKEN
                        + " visible ASCII characters without blanks, or sha256: and 64 hexadecimal digits");
    }

    /** One that cannot be written into a header as it is could be configured and never be shown. */
    static boolean isSendable(String token) {
        return !token.isEmpty()
                && token.length() <= LONGEST_TOKEN
                && token.chars().allMatch(c -> c > ' ' && c < 127)
                && (!token.startsWith(HASHED) || token.matches(HASHED + "[0-9a-fA-F]{64}"));
    }

    void complain(String property, String mayBe, String was) {
        complaints.add(property + " must be " + mayBe + ", was \"" + was + "\"");
    }

    /** For a secret: what it was is not repeated. */
    void refuse(String property, String mayBe) {
        complaints.add(property + " must be " + mayBe);
    }

    void missing(String property, String why) {
        complaints.add(property + " must be set: " + why);
    }

    /** For secrets, of which neither may be repeated. */
    void mustDiffer(String property, String from) {
        complaints.add(property + " must be another than " + from);
    }

    /** @throws BadSettings when any setting was wrong */
    void finish() {
        if (!complaints.isEmpty()) {
            throw new BadSettings(complaints);
        }
    }

    /** What is set under a name that nothing has asked for, once everything has been read: a line for each. */
    List<String> unknownNames() {
        return new SettingNames(known).unknownOf(config.getPropertyNames());
    }

    /** What everything that has been asked for is, and where it was set. */
    List<SettingInForce> inForce() {
        SettingOrigins origins = new SettingOrigins(config);
        return known.stream()
                .map(name -> origins.of(name, secrets.contains(name)))
                .toList();
    }

    private String text(String property) {
        String text = textIfSet(property);
        return text == null ? "" : text;
    }

    @Nullable String textIfSet(String property) {
        known.add(property);
        return config.getOptionalValue(property, String.class)
                .map(String::strip)
                .orElse(null);
    }
}
