package org.tickcast.hub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a user's clients have named lately, so that one that comes again is not said again. It keeps what they
 * were called and a digest of what they said, so many and no more.
 *
 * <p>Threads: the hub's lock.
 */
final class SaidBefore {

    /** @param answer what the sender was told, to be told again */
    record Said(String digest, ChatMessage answer, Instant heard) {

        boolean isSame(String room, String text) {
            return digest.equals(digestOf(room, text));
        }
    }

    private record Name(String user, String messageId, Instant heard) {}

    private final HistoryLimits limits;
    private final Map<String, LinkedHashMap<String, Said>> byUser = new HashMap<>();

    /** The oldest first; some are no longer remembered. */
    private final Deque<Name> inOrder = new ArrayDeque<>();

    SaidBefore(HistoryLimits limits) {
        this.limits = limits;
    }

    @Nullable Said find(String user, String messageId, Instant now) {
        Map<String, Said> his = byUser.get(user);
        Said said = his == null ? null : his.get(messageId);
        return said == null || isOver(said.heard(), now) ? null : said;
    }

    void remember(String user, String messageId, String room, ChatMessage message, Instant now) {
        remember(user, new Said(digestOf(room, message.text()), message, now));
    }

    /** @param said of a message that had a name */
    void remember(String user, Said said) {
        String messageId = String.valueOf(said.answer().messageId());
        LinkedHashMap<String, Said> his = byUser.computeIfAbsent(user, first -> new LinkedHashMap<>());
        his.remove(messageId);
        his.put(messageId, said);
        if (his.size() > limits.idsPerUser()) {
            Iterator<String> oldestFirst = his.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
        inOrder.addLast(new Name(user, messageId, said.heard()));
        if (inOrder.size() > limits.ids()) {
            forget(inOrder.removeFirst());
        }
    }

    void forgetOver(Instant now) {
        while (!inOrder.isEmpty() && isOver(inOrder.getFirst().heard(), now)) {
            forget(inOrder.removeFirst());
        }
    }

    void forgetAll() {
        byUser.clear();
        inOrder.clear();
    }

    /** The oldest first. */
    void forEach(BiConsumer<String, Said> look) {
        inOrder.forEach(name -> {
            Said said = byUser.getOrDefault(name.user(), new LinkedHashMap<>()).get(name.messageId());
            if (said != null && said.heard().equals(name.heard())) {
                look.accept(name.user(), said);
            }
        });
    }

    int size() {
        return byUser.values().stream().mapToInt(Map::size).sum();
    }

    private void forget(Name name) {
        Map<String, Said> his = byUser.get(name.user());
        if (his == null) {
            return;
        }
        Said said = his.get(name.messageId());
        if (said != null && said.heard().equals(name.heard())) {
            his.remove(name.messageId());
        }
        if (his.isEmpty()) {
            byUser.remove(name.user());
        }
    }

    private boolean isOver(Instant heard, Instant now) {
        return !now.isBefore(heard.plus(limits.sameMessage()));
    }

    private static String digestOf(String room, String text) {
        // A room's id has no line end, so the two cannot run into each other.
        byte[] bytes = (room + '\n' + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(GuestNames.sha256().digest(bytes));
    }
}
