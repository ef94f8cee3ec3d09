package org.tickcast.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request to the hub: one JSON object, like a client's message, and as limited. Other members are ignored. */
public final class HubRequest {

    private final Map<String, @Nullable Object> members;

    private HubRequest(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** @throws BadJson when it is no such object */
    public static HubRequest read(byte[] utf8, HubMessageLimits limits) {
        if (utf8.length > limits.bytes()) {
            throw new BadJson(HubError.TOO_BIG, "A body has at most " + limits.bytes() + " bytes");
        }
        return new HubRequest(JsonTree.object(decoded(utf8), limits.deepest(), limits.members()));
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new BadJson(HubError.NOT_JSON, HubError.NOT_JSON.words());
        }
    }

    /** @throws BadJson when it is not there, or no text */
    public String text(String name) {
        String text = textIfThere(name);
        if (text == null) {
            throw bad(name);
        }
        return text;
    }

    /** @throws BadJson when it is there and no text */
    public @Nullable String textIfThere(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw bad(name);
    }

    private static BadJson bad(String name) {
        return new BadJson(HubError.BAD_FIELD, name + " must be a text");
    }
}
