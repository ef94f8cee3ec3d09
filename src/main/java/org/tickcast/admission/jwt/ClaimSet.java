package org.tickcast.admission.jwt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a payload, each asked for as what it has to be. One of another type is refused with an exception. */
record ClaimSet(Map<String, Object> members) {

    /** The last second of the year 9999. */
    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(253_402_300_799L);

    private static final BigDecimal LARGEST_LIMIT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int MOST_SPELT_ONE_AFTER_THE_OTHER = 1_000;

    /** Whether the payload says anything about it. */
    boolean has(String name) {
        return members.containsKey(name);
    }

    @Nullable String text(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw notA("string", name);
    }

    /** Whole seconds since 1970, and no later than anybody can mean. */
    @Nullable Instant time(String name) {
        BigDecimal seconds = wholeNumber(name, END_OF_TIME);
        return seconds == null ? null : Instant.ofEpochSecond(seconds.longValueExact());
    }

    @Nullable Integer limit(String name) {
        BigDecimal limit = wholeNumber(name, LARGEST_LIMIT);
        return limit == null ? null : limit.intValueExact();
    }

    /** An array of strings, or one string of words with spaces between them, as OAuth writes scopes. */
    List<String> words(String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return text.isBlank() ? List.of() : List.of(text.strip().split(" +", MOST_SPELT_ONE_AFTER_THE_OTHER));
        }
        return value == null ? List.of() : strings(name, value);
    }

    /** An array of strings, or one string. */
    List<String> oneOrMore(String name) {
        Object value = members.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        return value == null ? List.of() : strings(name, value);
    }

    ClaimSet inner(String name) {
        Object value = members.get(name);
        if (value == null) {
            return new ClaimSet(Map.of());
        }
        if (value instanceof Map<?, ?> object) {
            @SuppressWarnings("unchecked") // StrictJson makes no other maps.
            Map<String, Object> inner = (Map<String, Object>) object;
            return new ClaimSet(inner);
        }
        throw notA("object", name);
    }

    private @Nullable BigDecimal wholeNumber(String name, BigDecimal largest) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        // In this order: a number of a billion digits is compared and never spelt out.
        if (value instanceof BigDecimal number
                && number.signum() >= 0
                && number.compareTo(largest) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number;
        }
        throw notA("whole number up to " + largest, name);
    }

    private static List<String> strings(String name, Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw notA("list of strings", name);
    }

    private static IllegalArgumentException notA(String what, String name) {
        return new IllegalArgumentException("The claim " + name + " is no " + what);
    }
}
