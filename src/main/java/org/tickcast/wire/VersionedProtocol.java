package org.tickcast.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The frames of {@code tickcast.v1}, as docs/protocol.md describes them. */
public final class VersionedProtocol {

    /** How a client asks for it. */
    public static final String SUBPROTOCOL = "tickcast.v1";

    private VersionedProtocol() {}

    /** The first frame. @param fullStart why what the client had is of no use; null when it is, or it had nothing */
    public static String hello(
            Instant at,
            Channel channel,
            String epoch,
            long version,
            Duration heartbeat,
            boolean resumed,
            @Nullable FullStart fullStart) {
        return frame("hello", at)
                .text("channel", channel.id())
                .text("epoch", epoch)
                .number("version", version)
                .number("heartbeat_ms", heartbeat.toMillis())
                .flag("resumed", resumed)
                .json("reason", fullStart == null ? "null" : CanonicalJson.write(fullStart.id()))
                .end();
    }

    /** @param skipped how many pictures the client has not been given before this one; null when nobody counted */
    public static String snapshot(Instant at, String epoch, long version, @Nullable Long skipped, String data) {
        return frame("snapshot", at)
                .text("epoch", epoch)
                .number("version", version)
                .json("skipped", String.valueOf(skipped))
                .json("data", data)
                .end();
    }

    public static String patch(Instant at, Patch patch, long skipped) {
        JsonLineWriter frame = frame("patch", at)
                .number("from", patch.from())
                .number("to", patch.to())
                .number("skipped", skipped)
                .json("patch", patch.merge());
        String series = patch.series();
        return series == null ? frame.end() : frame.json("series", series).end();
    }

    /** @param checksum of what a client of this version shows; null on a channel without a picture */
    public static String beat(Instant at, long version, @Nullable String checksum) {
        return frame("beat", at)
                .number("version", version)
                .json("checksum", CanonicalJson.write(checksum))
                .end();
    }

    /** Whether the market still reaches us. */
    public static String status(Instant at, boolean connected) {
        return frame("status", at).flag("connected", connected).end();
    }

    /** The last frame before the socket is closed. @param retryAfter when it is worth coming back; null if ever */
    public static String bye(Instant at, CloseCode reason, @Nullable Duration retryAfter) {
        return frame("bye", at)
                .number("code", reason.code())
                .text("reason", reason.id())
                .json("retry_after_ms", retryAfter == null ? "null" : String.valueOf(retryAfter.toMillis()))
                .end();
    }

    /** @param alert as the plain channel shows it */
    public static String alert(Instant at, long n, String alert) {
        return frame("alert", at).number("n", n).json("alert", alert).end();
    }

    /** @param ping what is answered */
    public static String pong(Instant at, VersionedCommand.Ping ping) {
        return frame("pong", at)
                .json("id", ping.id() == null ? "null" : ping.id())
                .end();
    }

    /** A new token was taken. @param expiresAt until when it is good; null when it never ends */
    public static String authAccepted(Instant at, @Nullable Instant expiresAt) {
        AuthView view = AuthView.acceptedUntil(expiresAt);
        return frame("auth", at)
                .flag("ok", view.ok())
                .json("expires_at", CanonicalJson.write(view.expiresAt()))
                .end();
    }

    /** An operator says something to this one client. */
    public static String message(Instant at, String from, String words) {
        return frame("message", at)
                .json("from", CanonicalJson.write(from))
                .json("message", CanonicalJson.write(words))
                .end();
    }

    /** A message was not understood. @param words say why, and repeat nothing of it */
    public static String error(Instant at, CloseCode reason, String words) {
        return frame("error", at)
                .text("code", reason.id())
                .json("message", CanonicalJson.write(words))
                .end();
    }

    /** A message was one too many. A client that waits as long as it says is not too early. */
    public static String tooManyMessages(
            Instant at, int perSecond, int perMinute, long remaining, Duration retryAfter) {
        return frame("error", at)
                .text("code", CloseCode.MESSAGE_RATE.id())
                .text("message", CloseCode.MESSAGE_RATE.title())
                .json("limit", "{\"per_second\":" + perSecond + ",\"per_minute\":" + perMinute + "}")
                .number("remaining", remaining)
                .number("retry_after_ms", retryAfter.plusNanos(999_999).toMillis())
                .end();
    }

    private static JsonLineWriter frame(String type, Instant at) {
        return new JsonLineWriter().text("type", type).number("ts", ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
