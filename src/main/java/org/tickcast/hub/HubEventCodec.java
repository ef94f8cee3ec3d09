package org.tickcast.hub;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.BadJson;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.JsonTree;

/**
 * Events as text for the bus: one JSON object with the event's name and its members. It reads what is written here, and
 * refuses what was never an event, for others may be on a bus as well.
 */
final class HubEventCodec {

    /** What was heard is no event. */
    static final class NotAnEvent extends Exception {

        private static final long serialVersionUID = 1;

        NotAnEvent(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }

    private static final int DEEPEST = 4;
    private static final int MOST_MEMBERS = 16;
    private static final String EVENT = "event";

    private static final Map<String, Class<?>> EVENTS = Arrays.stream(HubEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private HubEventCodec() {}

    static String write(HubEvent event) {
        Map<String, @Nullable Object> object = object((Record) event);
        object.put(EVENT, event.getClass().getSimpleName());
        return CanonicalJson.write(object);
    }

    static HubEvent read(String text) throws NotAnEvent {
        try {
            Map<String, @Nullable Object> object = JsonTree.object(text, DEEPEST, MOST_MEMBERS);
            Class<?> kind = EVENTS.get(String.valueOf(object.get(EVENT)));
            if (kind == null) {
                throw new NotAnEvent("There is no such event", null);
            }
            return (HubEvent) record(kind, object);
        } catch (BadJson | IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            throw new NotAnEvent("The event is not written as ours are", wrong);
        }
    }

    private static Map<String, @Nullable Object> object(Record record) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            object.put(component.getName(), plain(valueOf(component, record)));
        }
        return object;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Record record) {
            return object(record);
        }
        return value instanceof Enum<?> || value instanceof Instant ? value.toString() : value;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("An event does not let " + component.getName() + " be seen", e);
        }
    }

    private static Object record(Class<?> kind, Map<?, ?> object) {
        RecordComponent[] components = kind.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i], object.get(components[i].getName()));
        }
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No " + kind.getSimpleName(), e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object plain) {
        Class<?> type = component.getType();
        if (plain == null && component.isAnnotationPresent(MayBeMissing.class)) {
            return null;
        }
        if (plain instanceof String text) {
            return ofText(type, text);
        }
        if (plain instanceof Long number) {
            return type == int.class ? (Object) Math.toIntExact(number) : number;
        }
        if (plain instanceof Map<?, ?> object && type.isRecord()) {
            return record(type, object);
        }
        if (plain instanceof Boolean) {
            return plain;
        }
        throw new IllegalArgumentException(component.getName() + " is not there");
    }

    private static Object ofText(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such " + type.getSimpleName()));
        }
        return text;
    }
}
