package org.tickcast.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.broadcast.VersionedFrame.Kind;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.Channel;

/** Several nodes with one market, over any log. They all run in this thread, one after the other. */
abstract class OneMarketContract<L extends FeedLog & FeedLease> {

    static final Duration LEASE = Duration.ofMillis(1_500);

    static final FeedLogLimits LOG_LIMITS = new FeedLogLimits(
            LEASE, Duration.ofMillis(100), 200, Duration.ofMinutes(5), Duration.ofMillis(200), 50, 1 << 20);

    private static final KeeperLimits LIMITS = new KeeperLimits(LOG_LIMITS, Duration.ofMillis(2), Duration.ZERO, 1_000);

    private final List<MarketNode> nodes = new ArrayList<>();
    private final Random random = new Random(8);

    abstract L log();

    abstract InstantSource clock();

    abstract LongSupplier nanoClock();

    /** The store has lost everything. */
    abstract void empty();

    /** A round of all nodes is over. */
    abstract void roundIsOver();

    /** Whether a test that still waits has waited for too long. */
    abstract boolean isTooLong(long rounds);

    @AfterEach
    void close() {
        nodes.forEach(node -> node.way.cut(false));
        nodes.forEach(node -> node.keeper.close());
    }

    @Test
    void every_node_publishes_the_same_pictures() {
        start("a", "b", "c");
        nodes.forEach(node -> Channel.PICTURES.forEach(channel -> node.join(channel, null)));

        happensFor(100);

        agreed();
        for (int channel = 0; channel < Channel.PICTURES.size(); channel++) {
            NodeClient first = nodes.get(0).clients.get(channel);
            String last = Objects.requireNonNull(first.reference.since());
            assertThat(first.shown).hasSizeGreaterThan(3);
            for (MarketNode node : nodes) {
                Map<String, String> shown = node.clients.get(channel).shown;
                assertThat(shown).containsKey(last);
                shown.forEach((since, picture) ->
                        assertThat(picture).as(since).isEqualTo(first.shown.getOrDefault(since, picture)));
            }
        }
    }

    @Test
    void when_the_holder_dies_another_goes_on_and_no_client_notices() {
        start("a", "b", "c");
        happensFor(20);
        agreed();
        MarketNode dead = writer();
        List<MarketNode> others = allBut(dead);
        others.forEach(node -> node.join(Channel.MARKET, null));
        until(() -> others.stream().allMatch(node -> node.clients.get(0).count(Kind.SNAPSHOT) == 1));
        String epoch = others.get(0).board.epoch();
        long version = others.get(0).board.version();

        dead.pause(true);
        until(() -> others.stream().anyMatch(node -> node.keeper.standing() == Standing.WRITING));
        happensFor(20);

        agreed(others);
        assertThat(others.get(0).board.epoch()).isEqualTo(epoch);
        assertThat(others.get(0).board.version()).isGreaterThan(version);
        for (MarketNode node : others) {
            NodeClient client = node.clients.get(0);
            assertThat(client.count(Kind.SNAPSHOT)).isEqualTo(1);
            assertThat(client.count(Kind.PATCH)).isPositive();
            assertThat(client.count(Kind.STATUS)).isLessThanOrEqualTo(2);
            assertThat(client.reference.isConnected()).isTrue();
        }
    }

    @Test
    void a_holder_that_was_paused_writes_nothing_any_more() {
        start("a", "b");
        happensFor(20);
        agreed();
        MarketNode paused = writer();
        MarketNode other = allBut(paused).get(0);
        paused.keeper.sink().offer(trade(VNM, 1, 987_654_321));

        paused.pause(true);
        until(() -> other.keeper.standing() == Standing.WRITING);
        happens(trade(FPT, 98_500, 100));
        paused.pause(false);
        until(() -> paused.keeper.standing() == Standing.FOLLOWING);
        happensFor(20);

        agreed();
        assertThat(other.board.snapshot().stats().get(VNM))
                .satisfies(stats -> assertThat(stats.day().total()).isLessThan(987_654_321));
    }

    @Test
    void who_joins_late_has_the_same_market() {
        start("a", "b");
        happensFor(2 * LOG_LIMITS.mostEntries());
        agreed();

        MarketNode late = start("late");
        happensFor(20);

        agreed();
        assertThat(late.keeper.standing()).isEqualTo(Standing.FOLLOWING);
        assertThat(late.board.version()).isGreaterThan(LOG_LIMITS.mostEntries());
    }

    @Test
    void a_client_that_moves_to_another_node_takes_one_patch() {
        start("a", "b");
        happensFor(20);
        agreed();
        NodeClient client = nodes.get(0).join(Channel.MARKET, null);
        until(() -> client.reference.since() != null);
        happensFor(10);
        agreed();

        client.socket.close();
        happensFor(10);
        agreed();
        NodeClient moved = client.moveTo(nodes.get(1));
        until(() -> moved.reference.hello() != null);
        agreed();

        assertThat(moved.reference.hello()).containsEntry("resumed", true);
        assertThat(moved.count(Kind.SNAPSHOT)).isZero();
        assertThat(moved.count(Kind.PATCH)).isEqualTo(1);
        assertThat(moved.reference.since()).isEqualTo(sinceOf(nodes.get(1)));
    }

    @Test
    void a_client_that_is_ahead_of_the_node_it_comes_to_is_given_a_moment() {
        start("a", "b");
        agreed();
        MarketNode ahead = writer();
        MarketNode behind = allBut(ahead).get(0);
        NodeClient client = ahead.join(Channel.MARKET, null);
        until(() -> client.reference.since() != null);
        long before = client.reference.version();
        happens(trade(FPT, 98_500, 100));
        happens(trade(VNM, 60_000, 100));
        untilRunning(ahead, () -> client.reference.version() > before);

        NodeClient moved = client.moveTo(behind);
        until(() -> moved.reference.hello() != null);

        assertThat(moved.reference.hello()).containsEntry("resumed", true);
    }

    @Test
    void a_version_from_before_the_checkpoint_is_too_old_for_who_joined_late() {
        start("a");
        happensFor(5);
        NodeClient client = nodes.get(0).join(Channel.MARKET, null);
        until(() -> client.reference.since() != null);
        client.socket.close();
        nodes.get(0).clients.clear();
        happensFor(300);

        MarketNode late = start("late");
        until(() -> late.keeper.standing() == Standing.FOLLOWING);
        NodeClient moved = client.moveTo(late);
        until(() -> moved.reference.hello() != null);

        assertThat(moved.reference.hello()).containsEntry("resumed", false).containsEntry("reason", "too-old");
        assertThat(moved.count(Kind.SNAPSHOT)).isEqualTo(1);
    }

    @Test
    void when_the_store_was_emptied_the_market_goes_on_in_another_epoch() {
        start("a", "b");
        happensFor(30);
        agreed();
        String epoch = nodes.get(0).board.epoch();
        long traded = traded(nodes.get(0));

        empty();
        until(() -> nodes.stream().noneMatch(node -> node.board.epoch().equals(epoch)));
        agreed();
        happens(trade(FPT, 98_500, 100));

        agreed();
        assertThat(traded(nodes.get(1))).isEqualTo(traded + 100);
    }

    @Test
    void a_holder_that_is_cut_off_goes_on_alone_and_returns_as_a_follower() {
        start("a", "b");
        happensFor(20);
        agreed();
        MarketNode cut = writer();
        MarketNode other = allBut(cut).get(0);
        String epoch = other.board.epoch();

        cut.way.cut(true);
        until(() -> cut.keeper.standing() == Standing.ALONE && other.keeper.standing() == Standing.WRITING);
        long version = cut.board.version();
        happensFor(20);
        until(() -> cut.board.version() > version);
        assertThat(cut.board.epoch()).isNotEqualTo(epoch);
        assertThat(cut.isConnected()).isTrue();

        cut.way.cut(false);
        until(() -> cut.keeper.standing() == Standing.FOLLOWING);

        agreed();
        assertThat(cut.board.epoch()).isEqualTo(epoch);
        assertThat(other.isConnected()).isTrue();
    }

    @Test
    void when_the_log_was_away_for_all_the_market_of_the_holder_becomes_everybodys() {
        start("a", "b");
        happensFor(20);
        agreed();
        MarketNode holder = writer();
        MarketNode follower = allBut(holder).get(0);
        NodeClient client = holder.join(Channel.MARKET, null);
        until(() -> client.reference.since() != null);

        nodes.forEach(node -> node.way.cut(true));
        until(() -> holder.keeper.standing() == Standing.ALONE && follower.keeper.standing() == Standing.CUT_OFF);
        assertThat(follower.isConnected()).isFalse();
        happensFor(20);
        String alone = holder.board.epoch();
        holder.way.cut(false);
        until(() -> holder.keeper.standing() == Standing.WRITING);
        follower.way.cut(false);
        until(() -> follower.keeper.standing() == Standing.FOLLOWING);

        agreed();
        assertThat(follower.board.epoch()).isEqualTo(alone);
        assertThat(follower.isConnected()).isTrue();
        assertThat(client.count(Kind.SNAPSHOT))
                .as("one more, for one change of epoch")
                .isEqualTo(2);
    }

    @Test
    void all_know_that_the_feed_is_lost_and_back() {
        start("a", "b");
        agreed();
        MarketNode holder = writer();

        holder.loseFeed(true);
        until(() -> nodes.stream().noneMatch(MarketNode::isConnected));
        MarketNode late = start("late");
        until(() -> late.keeper.standing() == Standing.FOLLOWING);
        assertThat(late.isConnected()).isFalse();
        holder.loseFeed(false);

        until(() -> nodes.stream().allMatch(MarketNode::isConnected));
    }

    @Test
    void every_clock_ends_the_day_and_it_ends_once() {
        start("a", "b");
        agreed();
        happens(trade(FPT, 98_500, 100));
        agreed();
        MarketNode holder = writer();
        MarketNode other = allBut(holder).get(0);
        DailyReset end = new DailyReset(TEN.plusSeconds(60));

        assertThat(other.keeper.dayEnds(other.keeper.sink()).offer(end)).isFalse();
        assertThat(holder.keeper.dayEnds(holder.keeper.sink()).offer(end)).isTrue();
        until(() -> nodes.stream().allMatch(node -> traded(node) == 0));
        happens(trade(FPT, 98_500, 300));
        agreed();
        assertThat(other.keeper.dayEnds(other.keeper.sink()).offer(end)).isTrue();
        assertThat(holder.keeper.dayEnds(holder.keeper.sink()).offer(end)).isTrue();
        agreed();

        assertThat(traded(other)).isEqualTo(300);
    }

    @Test
    void who_is_stopped_lets_another_take_over_at_once() {
        start("a", "b");
        happensFor(5);
        agreed();
        MarketNode stopped = writer();
        MarketNode other = allBut(stopped).get(0);

        stopped.keeper.close();
        stopped.pause(true);

        until(() -> other.keeper.standing() == Standing.WRITING);
    }

    private MarketNode start(String... names) {
        for (String name : names) {
            nodes.add(new MarketNode(name, new CutLog<>(log()), LIMITS, clock(), nanoClock()));
        }
        return nodes.get(nodes.size() - 1);
    }

    private MarketNode writer() {
        until(() -> nodes.stream().anyMatch(OneMarketContract::isWriting));
        return nodes.stream().filter(OneMarketContract::isWriting).findFirst().orElseThrow();
    }

    private static boolean isWriting(MarketNode node) {
        return !node.isPaused() && node.keeper.standing() == Standing.WRITING;
    }

    private List<MarketNode> allBut(MarketNode one) {
        return nodes.stream().filter(node -> node != one).toList();
    }

    /** So many rounds, with something happening in each. */
    private void happensFor(int rounds) {
        for (int i = 0; i < rounds; i++) {
            happens(something());
            run();
        }
    }

    /** What is offered while nobody's feed runs never happens. */
    private void happens(MarketEvent event) {
        nodes.stream()
                .filter(MarketNode::isFed)
                .forEach(node -> node.keeper.sink().offer(event));
    }

    private MarketEvent something() {
        return switch (random.nextInt(4)) {
            case 0 -> SampleMarket.foreign(FPT, random.nextInt(9), random.nextInt(9), TEN);
            case 1 -> SampleMarket.index(Watchlist.VN30, 2_000 + random.nextInt(5), TEN.plusSeconds(random.nextInt(9)));
            case 2 -> SampleMarket.futures(SampleMarket.FEBRUARY, 2_000 + random.nextInt(5), 1);
            default -> trade(random.nextBoolean() ? FPT : VNM, 98_000 + random.nextInt(9), 100);
        };
    }

    private void agreed() {
        agreed(nodes);
    }

    /** Somebody writes, and everything that was written was published everywhere. */
    private void agreed(List<MarketNode> some) {
        run(); // What was offered before is written.
        until(() -> some.stream().anyMatch(node -> node.keeper.standing() == Standing.WRITING)
                && some.stream().map(OneMarketContract::sinceOf).distinct().count() == 1
                && some.stream()
                                .map(node -> node.board.epoch() + ":" + node.board.version())
                                .distinct()
                                .count()
                        == 1
                && sinceOf(some.get(0)).endsWith(":" + some.get(0).board.version()));
    }

    /** What a client of the node would be shown now. */
    private static String sinceOf(MarketNode node) {
        return node.board.epoch() + ":" + node.broadcaster.version(Channel.MARKET);
    }

    private static long traded(MarketNode node) {
        return node.board.snapshot().stats().values().stream()
                .mapToLong(stats -> stats.day().total())
                .sum();
    }

    private void run() {
        nodes.forEach(MarketNode::run);
        roundIsOver();
    }

    private void until(BooleanSupplier reached) {
        for (long rounds = 0; !reached.getAsBoolean(); rounds++) {
            assertThat(isTooLong(rounds)).as("Waited for too long").isFalse();
            run();
        }
    }

    private void untilRunning(MarketNode alone, BooleanSupplier reached) {
        for (long rounds = 0; !reached.getAsBoolean(); rounds++) {
            assertThat(isTooLong(rounds)).as("Waited for too long").isFalse();
            alone.run();
            roundIsOver();
        }
    }
}
