package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/** What a client wants of a channel that only speaks, where most of what clients say means nothing. */
public sealed interface ClientCommand {

    /** Longer than the longest token by far. */
    int LONGEST = 16 * 1024;

    /** It has a new token for itself: {@code {"type":"auth","token":"…"}}. */
    record Auth(String token) implements ClientCommand {

        /** Without the token, so that no log has it. */
        @Override
        public String toString() {
            return "Auth[…]";
        }
    }

    /** Anything else, such as what some clients send to keep a connection busy. */
    record Other() implements ClientCommand {}

    /** Whatever the text is, the answer comes at once and is never an exception. */
    static ClientCommand read(String text) {
        // Most is no object at all, and need not be looked at any further.
        if (!text.stripLeading().startsWith("{") || text.length() > LONGEST) {
            return new Other();
        }
        try {
            JsonLine message = JsonLine.parse(text, ClientCommand::known);
            return message.text("type").equals("auth") ? new Auth(message.text("token")) : new Other();
        } catch (BadField somethingElse) {
            return new Other();
        }
    }

    private static @Nullable String known(String field) {
        return field.equals("type") || field.equals("token") ? field : null;
    }
}
