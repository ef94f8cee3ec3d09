package org.tickcast.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A view as the JSON value that the codec writes of it: records and maps as maps by the names on the wire, lists as
 * lists. A member that is null is left out, for a merge patch could never say so.
 */
final class ViewTree {

    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");

    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> view) {
            return Arrays.stream(view.getRecordComponents()).map(Member::of).toList();
        }
    };

    private ViewTree() {}

    static Map<String, Object> of(Record view) {
        Map<String, Object> object = new TreeMap<>();
        for (Member member : MEMBERS.get(view.getClass())) {
            Object value = member.in(view);
            if (value != null) {
                object.put(member.name(), value(value));
            }
        }
        return object;
    }

    private static Object value(Object value) {
        if (value instanceof Record view) {
            return of(view);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(ViewTree::value).toList();
        }
        if (value instanceof Integer count) {
            return count.longValue();
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        throw new IllegalArgumentException("No view shows a " + value.getClass());
    }

    private record Member(String name, Method accessor) {

        static Member of(RecordComponent component) {
            String name = CAPITAL.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
            return new Member(name, component.getAccessor());
        }

        @Nullable Object in(Record view) {
            try {
                return accessor.invoke(view);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A view does not let " + name + " be seen", e);
            }
        }
    }
}
