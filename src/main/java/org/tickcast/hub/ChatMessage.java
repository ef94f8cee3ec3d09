package org.tickcast.hub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a room.
 *
 * @param type as it came, {@code chat} or {@code room_message}
 * @param messageId what its sender's client calls it; null when nothing
 */
record ChatMessage(
        MessageId id,
        String type,
        String from,
        String text,
        @Nullable String messageId,
        Instant at) {}
