package org.tickcast.testing;

import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.number;
import static org.tickcast.testing.PlainJson.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CanonicalJson;

/**
 * A client of {@code tickcast.v1} as docs/protocol.md tells a stranger to write it. It trusts nothing: whatever does
 * not follow from what it has makes it ask for the whole picture.
 */
public final class ReferenceClient {

    private String epoch = "";
    private long version = -1;
    private @Nullable Object data;
    private @Nullable Map<String, @Nullable Object> hello;
    private boolean wantsResync;
    private boolean connected = true;
    private boolean ended;
    private long beats;
    private long skipped;

    /** A new socket; what the client has it keeps, to say so in {@code since}. */
    public void opened() {
        hello = null;
        wantsResync = false;
        connected = true;
        ended = false;
    }

    public void receive(String words) {
        Map<String, @Nullable Object> frame = PlainJson.object(words);
        switch (text(frame, "type")) {
            case "hello" -> hello = frame;
            case "snapshot" -> take(frame);
            case "patch" -> apply(frame);
            case "beat" -> compare(frame);
            case "status" -> connected = Boolean.TRUE.equals(frame.get("connected"));
            case "bye" -> ended = true;
            default -> {} // What a later server says as well.
        }
    }

    /** What to add to the address when coming back; null on the first visit. */
    public @Nullable String since() {
        return data == null ? null : epoch + ":" + version;
    }

    /** Whether to send {@code {"type":"resync"}}; asked once for each reason. */
    public boolean takeResync() {
        boolean wants = wantsResync;
        wantsResync = false;
        return wants;
    }

    /** What it shows, written canonically. */
    public String shown() {
        return CanonicalJson.write(data);
    }

    public long version() {
        return version;
    }

    public @Nullable Map<String, @Nullable Object> hello() {
        return hello;
    }

    public boolean isConnected() {
        return connected;
    }

    public boolean isEnded() {
        return ended;
    }

    /** How many beats agreed with what it shows. */
    public long beats() {
        return beats;
    }

    /** How many pictures the server says it has not sent. */
    public long skipped() {
        return skipped;
    }

    private void take(Map<String, @Nullable Object> snapshot) {
        epoch = text(snapshot, "epoch");
        version = number(snapshot, "version");
        data = snapshot.get("data");
        countSkipped(snapshot);
    }

    private void apply(Map<String, @Nullable Object> patch) {
        if (data == null || number(patch, "from") != version) {
            wantsResync = true;
            return;
        }
        data = merged(data, patch.get("patch"));
        if (patch.get("series") != null) {
            asObject(patch.get("series")).forEach((pointer, step) -> extend(pointer, asObject(step)));
        }
        version = number(patch, "to");
        countSkipped(patch);
    }

    private void compare(Map<String, @Nullable Object> beat) {
        boolean same =
                number(beat, "version") == version && text(beat, "checksum").equals(CanonicalJson.checksum(shown()));
        wantsResync |= !same;
        beats += same ? 1 : 0;
    }

    private void countSkipped(Map<String, @Nullable Object> picture) {
        skipped += picture.get("skipped") == null ? 0 : number(picture, "skipped");
    }

    /** RFC 7396. */
    private static @Nullable Object merged(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?>)) {
            return patch;
        }
        Map<String, @Nullable Object> result =
                target instanceof Map<?, ?> ? new LinkedHashMap<>(asObject(target)) : new LinkedHashMap<>();
        asObject(patch).forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, merged(result.get(name), value));
            }
        });
        return result;
    }

    private void extend(String pointer, Map<String, @Nullable Object> step) {
        String[] names = pointer.substring(1).split("/");
        Map<String, @Nullable Object> holder = asObject(data);
        for (int i = 0; i < names.length - 1; i++) {
            holder = asObject(holder.get(names[i]));
        }
        int drop = (int) number(step, "drop");
        List<@Nullable Object> list = asList(holder.get(names[names.length - 1]));
        List<@Nullable Object> extended = new ArrayList<>(list.subList(drop, drop + (int) number(step, "keep")));
        extended.addAll(asList(step.get("add")));
        holder.put(names[names.length - 1], extended);
    }
}
