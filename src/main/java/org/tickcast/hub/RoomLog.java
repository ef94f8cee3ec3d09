package org.tickcast.hub;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one room, in its order, as far as it is remembered.
 *
 * <p>Threads: the hub's lock.
 */
final class RoomLog {

    private String epoch;
    private final HistoryLimits limits;
    private final Deque<ChatMessage> messages = new ArrayDeque<>();
    private long last;

    RoomLog(String epoch, HistoryLimits limits) {
        this.epoch = epoch;
        this.limits = limits;
    }

    ChatMessage add(String type, String from, String text, @Nullable String messageId, Instant at) {
        ChatMessage message = new ChatMessage(new MessageId(epoch, ++last), type, from, text, messageId, at);
        messages.addLast(message);
        if (messages.size() > limits.messages()) {
            messages.removeFirst();
        }
        return message;
    }

    /** What is said next is numbered behind this. */
    void count(long number) {
        last = number;
    }

    /** What is said from now on is in an order of its own, and its ids show it. */
    void goOnAlone(String ownEpoch) {
        epoch = ownEpoch;
    }

    String epoch() {
        return epoch;
    }

    List<ChatMessage> all() {
        return List.copyOf(messages);
    }

    /** The id of what was said last; number 0 when nothing was. */
    MessageId last() {
        return new MessageId(epoch, last);
    }

    HistoryPage newest(int limit, Instant now) {
        return before(new MessageId(epoch, last + 1), limit, now);
    }

    /** Also of an id that was never given there is something to tell: all there is, and that there is a gap. */
    HistoryPage after(@Nullable MessageId seen, int limit, Instant now) {
        forget(now);
        boolean known = seen != null && seen.epoch().equals(epoch) && seen.number() <= last;
        long from = known && seen != null ? seen.number() + 1 : 1;
        boolean gap = !known || from < oldest();
        return page(messages.iterator(), from, Long.MAX_VALUE, limit, gap);
    }

    HistoryPage before(@Nullable MessageId seen, int limit, Instant now) {
        forget(now);
        boolean known = seen != null && seen.epoch().equals(epoch);
        long end = known && seen != null ? seen.number() : last + 1;
        HistoryPage newestFirst = page(messages.descendingIterator(), 1, end, limit, !known);
        List<ChatMessage> oldestFirst = new ArrayList<>(newestFirst.messages());
        Collections.reverse(oldestFirst);
        return new HistoryPage(oldestFirst, newestFirst.gap(), newestFirst.more());
    }

    private HistoryPage page(Iterator<ChatMessage> inOrder, long from, long end, int limit, boolean gap) {
        int most = limit == 0 ? limits.page() : Math.min(limit, limits.page());
        List<ChatMessage> page = new ArrayList<>();
        int characters = 0;
        while (inOrder.hasNext()) {
            ChatMessage message = inOrder.next();
            if (message.id().number() < from || message.id().number() >= end) {
                continue;
            }
            characters += message.text().length();
            if (page.size() == most || (!page.isEmpty() && characters > limits.pageCharacters())) {
                return new HistoryPage(page, gap, true);
            }
            page.add(message);
        }
        return new HistoryPage(page, gap, false);
    }

    /** Of a room in which nothing is remembered, the one to come. */
    private long oldest() {
        ChatMessage first = messages.peekFirst();
        return first == null ? last + 1 : first.id().number();
    }

    void forget(Instant now) {
        Instant oldest = now.minus(limits.age());
        while (!messages.isEmpty() && messages.getFirst().at().isBefore(oldest)) {
            messages.removeFirst();
        }
    }
}
