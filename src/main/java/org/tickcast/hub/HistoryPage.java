package org.tickcast.hub;

import java.util.List;

/**
 * A part of what was said, the oldest first.
 *
 * @param gap whether something is missing between what was asked for and this, and is gone
 * @param more whether there is more to ask for, in the direction of the question
 */
record HistoryPage(List<ChatMessage> messages, boolean gap, boolean more) {

    HistoryPage {
        messages = List.copyOf(messages);
    }
}
