package org.tickcast.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.alert.AlertLimits;
import org.tickcast.ops.SettingInForce;
import org.tickcast.socket.SocketLimits;

/**
 * Everything that can be set, read once at the start and right from then on.
 *
 * @param prod whether this is the profile for the world outside
 * @param openMetrics whether figures may be read without a token
 * @param unknownNames what is to be said of names that mean nothing, which are mistakes most of the time
 * @param inForce all of it once more, for an operator to look at
 */
record GatewaySettings(
        boolean prod,
        AdmissionSettings admission,
        SocketLimits sockets,
        DeliverySettings delivery,
        BoardLimits board,
        AlertLimits alerts,
        MarketSettings market,
        Duration tickPause,
        FeedSettings feed,
        HubSettings hub,
        RedisSettings redis,
        boolean openMetrics,
        List<String> unknownNames,
        List<SettingInForce> inForce) {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String DEV = "dev";
    private static final String PROD = "prod";
    private static final Set<String> LOG_FORMATS = Set.of("json", "text");

    static GatewaySettings read(Config config) {
        SettingsReader in = new SettingsReader(config);
        String profile = in.oneOf("mp.config.profile", DEV, Set.of(DEV, PROD));
        boolean prod = profile.equals(PROD);
        AdmissionSettings admission = AdmissionSettings.read(in, prod);
        // Heard by the launcher of tickcast.jar, before we were there; complained of here, with all others.
        in.oneOf("tickcast.log.format", "text", LOG_FORMATS);
        MarketSettings market = MarketSettings.read(in);
        GatewaySettings settings = new GatewaySettings(
                prod,
                admission,
                new SocketLimits(in.wholeNumber("tickcast.limits.message-bytes", 1, 1 << 20)),
                DeliverySettings.read(in),
                new BoardLimits(
                        in.wholeNumber("tickcast.index.intraday-points", 1, 100_000),
                        in.duration("tickcast.index.intraday-spacing", MILLISECOND, DAY)),
                alerts(in),
                market,
                in.duration("tickcast.tick.pause", MILLISECOND, MINUTE),
                FeedSettings.read(in, market, admission.auth().sharedToken()),
                HubSettings.read(in),
                RedisSettings.read(in),
                in.choice("tickcast.metrics.open", prod ? "false" : "true", Map.of("true", true, "false", false)),
                in.unknownNames(),
                in.inForce());
        in.finish();
        return settings;
    }

    private static AlertLimits alerts(SettingsReader in) {
        AlertLimits usual = AlertLimits.DEFAULTS;
        return new AlertLimits(
                usual.maxSymbols(),
                new AlertLimits.VolumeSpike(
                        in.decimal("tickcast.alerts.volume-ratio", 1, 1_000_000),
                        in.duration("tickcast.alerts.volume-window", SECOND, DAY),
                        in.wholeNumber(
                                "tickcast.alerts.volume-trades",
                                1,
                                usual.volumeSpike().maxTrades()),
                        usual.volumeSpike().maxTrades()),
                new AlertLimits.ForeignAcceleration(
                        in.decimal("tickcast.alerts.foreign-change", 0.001, 1_000_000),
                        in.duration("tickcast.alerts.foreign-lookback", SECOND, DAY),
                        in.wholeNumber("tickcast.alerts.foreign-value", 1, Long.MAX_VALUE),
                        usual.foreign().maxPoints()),
                new AlertLimits.Book(
                        in.duration("tickcast.alerts.quiet", Duration.ZERO, DAY),
                        in.wholeNumber("tickcast.alerts.kept", 1, 10_000)));
    }
}
