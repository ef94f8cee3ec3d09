package org.tickcast.wiring;

import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.market.BoardLimits;
import org.tickcast.socket.SocketLimits;

/**
 * Everything that can be set, read once at the start and right from then on.
 *
 * @param token the shared token; null in the dev profile means that one is to be made
 */
record GatewaySettings(
        @Nullable String token,
        AdmissionLimits admission,
        SocketLimits sockets,
        BroadcastLimits broadcast,
        BoardLimits board,
        Duration tickPause,
        FeedSettings feed) {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String DEV = "dev";
    private static final String PROD = "prod";

    static GatewaySettings read(Config config) {
        SettingsReader in = new SettingsReader(config);
        String profile = in.oneOf("mp.config.profile", DEV, Set.of(DEV, PROD));
        String token = in.token("tickcast.auth.token");
        if (token == null && !profile.equals(DEV)) {
            in.missing("tickcast.auth.token", "only the dev profile makes a token of its own");
        }
        GatewaySettings settings = new GatewaySettings(
                token,
                new AdmissionLimits(
                        in.wholeNumber("tickcast.limits.connections-per-ip", 1, 1_000_000),
                        in.duration("tickcast.limits.handshake", MILLISECOND, MINUTE)),
                new SocketLimits(in.wholeNumber("tickcast.limits.message-bytes", 1, 1 << 20)),
                new BroadcastLimits(in.durationOrMillis("tickcast.broadcast.interval", Duration.ZERO, MINUTE)),
                new BoardLimits(
                        in.wholeNumber("tickcast.index.intraday-points", 1, 100_000),
                        in.duration("tickcast.index.intraday-spacing", MILLISECOND, Duration.ofDays(1))),
                in.duration("tickcast.tick.pause", MILLISECOND, MINUTE),
                FeedSettings.read(in, token));
        in.finish();
        return settings;
    }
}
