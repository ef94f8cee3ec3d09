package org.tickcast.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as a browser holds it: objects, lists, texts, numbers that are all doubles, booleans, null. */
public final class PlainJson {

    /** Looking for it again and again would be most of the work. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private PlainJson() {}

    public static Map<String, @Nullable Object> object(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return object(reader.readObject());
        }
    }

    /** Without any member that is null, which a merge patch cannot tell from one that is not there. */
    public static Map<String, @Nullable Object> withoutNulls(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value != null) {
                shown.put(name, value instanceof Map<?, ?> ? withoutNulls(asObject(value)) : value);
            }
        });
        return shown;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    public static List<@Nullable Object> asList(@Nullable Object value) {
        return (List<@Nullable Object>) Objects.requireNonNull(value);
    }

    public static String text(Map<String, @Nullable Object> object, String name) {
        return (String) Objects.requireNonNull(object.get(name));
    }

    public static long number(Map<String, @Nullable Object> object, String name) {
        return ((Double) Objects.requireNonNull(object.get(name))).longValue();
    }

    private static @Nullable Object value(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).doubleValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonObject object) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        object.forEach((name, value) -> plain.put(name, value(value)));
        return plain;
    }

    private static List<@Nullable Object> list(JsonArray list) {
        List<@Nullable Object> plain = new ArrayList<>();
        list.forEach(value -> plain.add(value(value)));
        return plain;
    }
}
