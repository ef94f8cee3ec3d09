package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/**
 * One message of a client of {@code /ws}.
 *
 * @param type as the client wrote it, where it is a plain word; null otherwise
 * @param messageId what the client calls the message: an answer repeats it; null when it has no name
 */
public record HubMessage(@Nullable String type, @Nullable String messageId, HubCommand command) {

    /** Whatever the text is, the answer comes at once and is never an exception. */
    public static HubMessage read(String text, HubMessageLimits limits) {
        return HubMessageReader.read(text, limits);
    }
}
