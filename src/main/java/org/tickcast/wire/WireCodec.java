package org.tickcast.wire;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.BasisPoint;
import org.tickcast.market.ForeignActivity;
import org.tickcast.market.ForeignSummary;
import org.tickcast.market.IntradayPoint;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.MarketTime;
import org.tickcast.market.Sectors;
import org.tickcast.market.SessionStats;
import org.tickcast.market.Symbol;
import org.tickcast.market.alert.Alert;

/** Writes what clients read. Safe for use by many threads, as JSON-B is. */
public final class WireCodec {

    private final Jsonb json = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            // The order of a class's members is no order: without one, two servers may write the same facts
            // differently.
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withNullValues(true));

    /** The whole of what the picture of a channel shows of the board now. Called by the owner of the board only. */
    public String snapshot(Channel channel, MarketBoard board) {
        return switch (channel) {
            case MARKET -> market(board.snapshot());
            case FOREIGN -> json.toJson(ForeignView.of(board.foreign()));
            case INDEX -> json.toJson(MarketView.indicesOf(board.indices()));
            case ALERTS -> throw new IllegalStateException("The channel of alerts shows no picture of the board");
        };
    }

    /** What {@code /ws/market} shows. */
    public String market(MarketSnapshot market) {
        return json.toJson(MarketView.of(market));
    }

    public String foreignDetail(ForeignSummary summary, List<ForeignActivity> stocks) {
        return json.toJson(ForeignDetailView.of(summary, stocks));
    }

    public String volumeStats(Collection<SessionStats> stocks) {
        return json.toJson(VolumeStatsView.of(stocks));
    }

    public String basket(Collection<Symbol> stocks) {
        return json.toJson(BasketView.of(stocks));
    }

    public String sectors(Sectors sectors) {
        return json.toJson(SectorsView.of(sectors));
    }

    public String intraday(Symbol index, List<IntradayPoint> line) {
        return json.toJson(IntradayView.of(index, line));
    }

    public String basisTrend(List<BasisPoint> points) {
        return json.toJson(points.stream().map(BasisPointView::of).toList());
    }

    /** What {@code /ws/alerts} says of one. */
    public String alert(Alert alert) {
        return json.toJson(AlertView.of(alert));
    }

    public String alerts(List<Alert> alerts) {
        return json.toJson(alerts.stream().map(AlertView::of).toList());
    }

    /** What every board of the exchange is doing. */
    public String session(MarketTime market) {
        return json.toJson(SessionView.of(market));
    }

    /** Whether the market still reaches us; the same on every channel. */
    public String status(boolean connected) {
        return json.toJson(StatusView.of(connected));
    }

    public String ticket(TicketView ticket) {
        return json.toJson(ticket);
    }

    public String accessToken(AccessTokenView token) {
        return json.toJson(token);
    }

    /** Answers a client that has shown a new token for itself. */
    public String authAccepted(@Nullable Instant expiresAt) {
        return json.toJson(AuthView.acceptedUntil(expiresAt));
    }

    /** Answers a message that was one too many. A client that waits as long as it says is not too early. */
    public String tooManyMessages(int perSecond, int perMinute, long remaining, Duration retryAfter) {
        long millis = retryAfter.plusNanos(999_999).toMillis();
        return json.toJson(ErrorView.tooManyMessages(new ErrorView.Limit(perSecond, perMinute), remaining, millis));
    }

    public String problem(Problem problem) {
        return json.toJson(problem);
    }

    /** What became of the lines of a request that was read to its end. */
    public String ingested(IngestReport report) {
        return json.toJson(report);
    }

    /** The same, of one that came to a bad end. */
    public String ingested(Problem problem, IngestReport report) {
        return json.toJson(IngestProblem.of(problem, report));
    }
}
