package org.tickcast.admission.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.JsonTree;

/**
 * What was used on a node, as text for the others.
 *
 * @param used how often by each
 */
record Use(String node, Map<Spender, Integer> used) {

    /** @param rates what he is allowed where he has used it */
    record Spender(String kind, String key, List<Rate> rates) {

        Spender {
            rates = List.copyOf(rates);
            if (rates.isEmpty()) {
                throw new IllegalArgumentException("Nobody is limited to nothing");
            }
        }
    }

    private static final int SPENDERS_IN_A_MESSAGE = 100;
    private static final int DEEPEST = 5;
    private static final long LONGEST_PERIOD = Duration.ofDays(1).toMillis();

    Use {
        used = Map.copyOf(used);
    }

    /** None when nothing was used. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        List<Object> batch = new ArrayList<>();
        used.forEach((spender, count) -> {
            batch.add(object(spender, count));
            if (batch.size() == SPENDERS_IN_A_MESSAGE) {
                messages.add(message(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            messages.add(message(batch));
        }
        return messages;
    }

    private String message(List<Object> batch) {
        return CanonicalJson.write(Map.of("node", node, "used", batch));
    }

    private static Map<String, Object> object(Spender spender, int count) {
        List<Map<String, Object>> rates = spender.rates().stream()
                .map(rate -> Map.<String, Object>of(
                        "most", rate.most(), "millis", rate.period().toMillis(), "evenly", rate.evenly()))
                .toList();
        return Map.of("kind", spender.kind(), "key", spender.key(), "count", count, "rates", rates);
    }

    /** @throws IllegalArgumentException when it is none, unless it is no JSON either */
    static Use read(String message) {
        Map<String, @Nullable Object> object = JsonTree.object(message, DEEPEST, SPENDERS_IN_A_MESSAGE);
        Map<Spender, Integer> used = new HashMap<>();
        for (Object each : list(object.get("used"))) {
            Map<?, ?> spender = object(each);
            List<Rate> rates =
                    list(spender.get("rates")).stream().map(Use::rate).toList();
            used.put(
                    new Spender(text(spender.get("kind")), text(spender.get("key")), rates),
                    number(spender.get("count"), Rate.HIGHEST));
        }
        return new Use(text(object.get("node")), used);
    }

    private static Rate rate(@Nullable Object written) {
        Map<?, ?> rate = object(written);
        return new Rate(
                number(rate.get("most"), Rate.HIGHEST),
                Duration.ofMillis(number(rate.get("millis"), LONGEST_PERIOD)),
                Boolean.TRUE.equals(rate.get("evenly")));
    }

    private static int number(@Nullable Object written, long highest) {
        if (written instanceof Long number && number >= 1 && number <= highest) {
            return number.intValue();
        }
        throw new IllegalArgumentException("No number that can be meant");
    }

    private static String text(@Nullable Object written) {
        if (written instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("No text");
    }

    private static Map<?, ?> object(@Nullable Object written) {
        if (written instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("No object");
    }

    private static List<?> list(@Nullable Object written) {
        if (written instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("No list");
    }
}
