package org.tickcast.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.socket.ClientFacts;
import org.tickcast.socket.SocketFacts;
import org.tickcast.wire.CanonicalJson;

/** Writes down what an operator is shown of connections. Never a token: only what it can be revoked by. */
final class ConnectionWords {

    private ConnectionWords() {}

    static String of(ConnectionDesk.Answer.Listed listed) {
        List<SocketFacts> page = listed.page();
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("total", listed.total());
        words.put("connections", page.stream().map(ConnectionWords::item).toList());
        words.put("next", listed.more() ? page.get(page.size() - 1).connection().number() : null);
        return CanonicalJson.write(words);
    }

    static String of(ConnectionDesk.Answer.Seen seen) {
        SocketFacts socket = seen.socket();
        ClientIdentity who = socket.connection().who();
        Claims claims = who.claims();
        Map<String, @Nullable Object> words = item(socket);
        words.put("token_id", claims == null ? null : claims.tokenId());
        words.put("expires_at", who.expiresAt() == null ? null : who.expiresAt().toString());
        words.put("frames", socket.frames());
        words.put("bytes", socket.bytes());
        words.put(
                "closed_for",
                socket.closedFor() == null ? null : socket.closedFor().id());
        addClient(words, seen.client());
        return CanonicalJson.write(words);
    }

    private static void addClient(Map<String, @Nullable Object> words, ClientFacts client) {
        words.put("version", client.version());
        words.put("lag", client.lag());
        words.put("skipped", client.skipped());
        words.put("lost", client.lost());
        words.put("waiting", client.waiting());
        words.put("per_second", client.perSecond());
        words.put("rooms", client.rooms());
    }

    static String of(ConnectionDesk.Answer.Done done) {
        return CanonicalJson.write(Map.of("id", done.connection().number()));
    }

    private static Map<String, @Nullable Object> item(SocketFacts socket) {
        ClientIdentity who = socket.connection().who();
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("id", socket.connection().number());
        words.put("user", who.isUser() ? who.id() : null);
        words.put("kind", AuditLog.kindOf(who));
        words.put("address", who.address().text());
        words.put("channel", socket.connection().door());
        words.put("protocol", socket.protocol());
        words.put("since", socket.since().toString());
        words.put("in_flight_ms", socket.inFlight().toMillis());
        words.put("pulse", socket.pulse().id());
        return words;
    }
}
