package org.tickcast.wire;

import java.util.Locale;

/**
 * Why a client is refused or closed: the one registry. For each reason the status of a refused handshake or request, the
 * code of a closed socket, what a client should do next, and words for whoever reads the answer. {@code docs/errors.md}
 * explains each.
 *
 * <p>Close codes follow RFC 6455 up to 1013; 4000 to 4003 are about authentication, 4010 to 4019 about limits, 4020 says
 * that a person has decided so. A client
 * that only sees the code still knows whether to come back: reasons with one code have one {@link Reconnect}.
 */
public enum CloseCode {
    TOKEN_MISSING(
            401,
            4001,
            Reconnect.AFTER_NEW_TOKEN,
            "A token is required",
            "Send it as \"Authorization: Bearer <token>\" or as ?token=<token>."),
    TOKEN_INVALID(
            401,
            4002,
            Reconnect.AFTER_NEW_TOKEN,
            "The token is not valid",
            "Check that it is whole, and one that this server takes."),
    TOKEN_EXPIRED(
            401,
            4003,
            Reconnect.AFTER_NEW_TOKEN,
            "The token has expired",
            "Get a new one from whoever issued it, and connect with that."),
    TOKEN_REVOKED(
            401,
            4002,
            Reconnect.AFTER_NEW_TOKEN,
            "The token has been revoked",
            "Get a new one from whoever issued it."),
    TICKET_INVALID(
            401,
            4002,
            Reconnect.AFTER_NEW_TOKEN,
            "The ticket is not valid",
            "Get a new one: it is good once, for one channel, from one address, and for a short while."),
    API_KEY_INVALID(
            401,
            1008,
            Reconnect.NEVER,
            "An API key that is valid here is required",
            "Send it, once, in the header X-API-Key."),
    TOKEN_RATE(
            429,
            1013,
            Reconnect.BACK_OFF,
            "Too many requests for tokens and tickets from this address",
            "Wait as long as Retry-After says. A token is good for many connections."),
    TOKEN_GUESSES(
            429,
            1013,
            Reconnect.BACK_OFF,
            "Too many wrong tokens from this address",
            "Wait as long as Retry-After says, and check the token."),
    NO_TOKENS_HERE(404, 1008, Reconnect.NEVER, "This server issues no tokens", "Ask who runs it where to get one."),
    CHANNEL_FORBIDDEN(
            403,
            4000,
            Reconnect.NEVER,
            "The token does not open this channel",
            "Ask whoever issued it for one that names it."),
    ROLE_REQUIRED(
            403,
            4000,
            Reconnect.NEVER,
            "The token does not allow this",
            "Ask whoever issued it for one with the role."),
    REVOCATIONS_FULL(
            503,
            1013,
            Reconnect.BACK_OFF,
            "No further revocation can be kept",
            "Revoke by issued_before, which needs no room of its own."),
    NOT_ENCRYPTED(403, 1008, Reconnect.NEVER, "Only encrypted connections are accepted", "Use wss:// or https://."),
    KEYS_UNAVAILABLE(
            503,
            1013,
            Reconnect.BACK_OFF,
            "Tokens cannot be checked at the moment",
            "Try again in a moment; the token may well be good."),
    ADDRESS_LIMIT(
            429,
            4010,
            Reconnect.BACK_OFF,
            "Too many connections from this address",
            "Close one of them, or ask for a higher limit."),
    CONNECT_RATE(
            429,
            4011,
            Reconnect.BACK_OFF,
            "Too many attempts to connect from this address",
            "Wait as long as Retry-After says, then longer after each failure."),
    SERVER_FULL(503, 4012, Reconnect.BACK_OFF, "All places of this server are taken", "Try again in a moment."),
    OUT_OF_FILES(
            503,
            1013,
            Reconnect.BACK_OFF,
            "This server has no file descriptors left for another client",
            "Try again in a moment; another server may answer."),
    MESSAGE_RATE(
            429,
            4013,
            Reconnect.BACK_OFF,
            "Too many messages",
            "Send fewer; the limit is one for all connections of a user."),
    FALLS_BEHIND(
            408,
            4015,
            Reconnect.BACK_OFF,
            "More waits for the client than it may be behind",
            "Read faster, and ask with since or history for what was missed."),
    USER_LIMIT(
            429,
            4014,
            Reconnect.BACK_OFF,
            "Too many connections of this user",
            "Close one of them, or ask for a higher limit."),
    ORIGIN_REFUSED(
            403,
            1008,
            Reconnect.NEVER,
            "Pages from this origin may not connect",
            "Ask for it to be put on the server's list."),
    NOT_A_WEBSOCKET(
            426,
            1002,
            Reconnect.NEVER,
            "This path speaks WebSocket only",
            "Open it with a WebSocket client, version 13."),
    WRONG_VERSION(
            426,
            1002,
            Reconnect.NEVER,
            "Only version 13 of the WebSocket protocol is spoken here",
            "Use a client of RFC 6455."),
    BAD_HANDSHAKE(400, 1002, Reconnect.NEVER, "The WebSocket handshake is incomplete", "See RFC 6455, section 4.1."),
    NO_SUCH_SOCKET(
            404,
            1008,
            Reconnect.NEVER,
            "There is no socket at this path",
            "The channels are /ws/market, /ws/foreign, /ws/index and /ws/alerts; the hub is /ws."),
    NO_SUCH_PATH(404, 1008, Reconnect.NEVER, "There is nothing at this path", "All paths are listed at /openapi."),
    NO_SUCH_INDEX(404, 1008, Reconnect.NEVER, "There is no such index", "The indices are VN30 and VNINDEX."),
    WRONG_METHOD(
            405,
            1008,
            Reconnect.NEVER,
            "This path cannot be used like that",
            "Use a method that the Allow header names."),
    NOT_ACCEPTABLE(406, 1008, Reconnect.NEVER, "There is no such representation", "Ask for application/json."),
    BAD_PARAMETER(
            422, 1008, Reconnect.NEVER, "A parameter is not valid", "Compare each of them with what /openapi says."),
    BAD_REQUEST(400, 1008, Reconnect.NEVER, "The request makes no sense here", "Compare it with what /openapi says."),
    NOT_INGESTING(
            409,
            1008,
            Reconnect.NEVER,
            "This server takes no events",
            "Its market comes from elsewhere; start it with feed ingest."),
    NO_TAPE(
            409,
            1008,
            Reconnect.NEVER,
            "This server plays no tape",
            "Its market comes from elsewhere; start it with feed tape."),
    NO_SUCH_CONNECTION(
            404,
            1008,
            Reconnect.NEVER,
            "There is no such connection",
            "It has ended, or never was; /admin/connections lists those that are open."),
    FEED_ELSEWHERE(
            409,
            1008,
            Reconnect.NEVER,
            "The feed does not run on this server",
            "Ask the server that runs it for all of them, or start this one first."),
    CANNOT_BE_TOLD(
            409,
            1008,
            Reconnect.NEVER,
            "This client cannot be told anything",
            "Its protocol has no form for words; those of tickcast.v1 and of the hub have."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            1008,
            Reconnect.NEVER,
            "A body like this is not read here",
            "Send application/x-ndjson in UTF-8, not compressed."),
    NOTHING_ACCEPTED(422, 1008, Reconnect.NEVER, "No line was an event", "The errors say what is wrong with each."),
    PRODUCER_LIMIT(
            429,
            1013,
            Reconnect.BACK_OFF,
            "Too many producers at once",
            "End one of their requests, or ask for a higher limit."),
    BUSY(503, 1013, Reconnect.BACK_OFF, "The server is too busy to answer", "Ask again in a moment, and less often."),
    REQUEST_FAILED(
            500,
            1011,
            Reconnect.BACK_OFF,
            "The server failed to answer this request",
            "Try again later; the server's log says more."),
    INTERNAL(
            500,
            1011,
            Reconnect.BACK_OFF,
            "The server failed to open this socket",
            "Try again later; the server's log says more."),
    DRAINING(
            503, 1012, Reconnect.NOW, "This server is letting its clients go", "Reconnect; another server may answer."),
    KICKED(
            403,
            4020,
            Reconnect.NEVER,
            "An operator has closed this connection",
            "Ask who runs the server, before you connect again."),
    GOING_AWAY(503, 1001, Reconnect.NOW, "The server is stopping", "Reconnect in a moment."),
    BINARY_NOT_ACCEPTED(400, 1003, Reconnect.NEVER, "This channel takes text only", "Send text, or nothing at all."),
    BAD_MESSAGE(
            400,
            1008,
            Reconnect.NEVER,
            "The message makes no sense here",
            "Compare it with the protocol's description."),
    READS_TOO_SLOWLY(
            408,
            4008,
            Reconnect.BACK_OFF,
            "The client does not read what it is sent",
            "Read faster, ask for fewer frames, or for tickcast.v1, which sends less."),
    NO_ANSWER(
            408,
            4100,
            Reconnect.BACK_OFF,
            "The client did not answer a ping",
            "Answer pings, as every WebSocket library does, and connect again."),
    MESSAGE_TOO_BIG(413, 1009, Reconnect.NEVER, "The message is too big", "Send smaller messages.");

    private final int httpStatus;
    private final int code;
    private final Reconnect reconnect;
    private final String title;
    private final String advice;

    CloseCode(int httpStatus, int code, Reconnect reconnect, String title, String advice) {
        this.httpStatus = httpStatus;
        this.code = code;
        this.reconnect = reconnect;
        this.title = title;
        this.advice = advice;
    }

    /** The name that programs compare: {@code token-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int code() {
        return code;
    }

    public Reconnect reconnect() {
        return reconnect;
    }

    public String title() {
        return title;
    }

    /** What the client can do about it. */
    public String advice() {
        return advice;
    }
}
