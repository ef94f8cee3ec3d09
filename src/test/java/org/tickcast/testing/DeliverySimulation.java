package org.tickcast.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Symbol;
import org.tickcast.market.Watchlist;
import org.tickcast.wire.Channel;

/**
 * Many clients of every kind, and a market, for as long as its seed says: those that read at once, slowly, or not at all
 * for a while; those that come back with what they had; and those that lie, claim what they never had and talk rubbish.
 * One thread, a clock that is turned, and the same seed is the same story.
 *
 * <p>Whoever was given a picture is held to it at once. In the end everybody reads, and must show the present.
 */
public final class DeliverySimulation {

    private static final Duration TICK = Duration.ofMillis(25);

    private final Random random;
    private final Delivery delivery;
    private final int[] habits;

    public DeliverySimulation(long seed, int clients) {
        random = new Random(seed);
        delivery = new Delivery(random.nextLong(), limits());
        habits = new int[clients];
        for (int i = 0; i < clients; i++) {
            delivery.join(Channel.PICTURES.get(random.nextInt(Channel.PICTURES.size())));
            habits[i] = habit();
        }
    }

    /** Throws an {@link IllegalStateException} when a client was not given what it was promised. */
    public void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        delivery.comeToRest(Duration.ofMillis(500), Duration.ofSeconds(13));
        for (DeliveredClient client : delivery.clients()) {
            client.holdToPresent();
            if (client.client().beats() == 0) {
                throw new IllegalStateException("A client of " + client.channel() + " has heard no beat");
            }
        }
    }

    private void step() {
        for (int events = random.nextInt(6); events > 0; events--) {
            delivery.happens(event());
        }
        delivery.tickAfter(TICK.multipliedBy(1 + random.nextInt(12)));
        List<DeliveredClient> clients = delivery.clients();
        for (int i = 0; i < clients.size(); i++) {
            read(clients.get(i), habits[i]);
            if (random.nextInt(25) == 0) {
                act(clients.get(i));
            }
            if (random.nextInt(100) == 0) {
                habits[i] = habit();
            }
        }
    }

    /** In how many of a hundred steps it reads. */
    private int habit() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(30);
            default -> 100;
        };
    }

    private void read(DeliveredClient client, int habit) {
        boolean more = random.nextInt(100) < habit;
        while (more) {
            more = client.reads() && random.nextInt(4) > 0;
        }
    }

    private void act(DeliveredClient client) {
        switch (random.nextInt(6)) {
            case 0, 1 -> client.reconnect();
            case 2 -> client.reconnectLying(lie());
            case 3 -> client.says("{\"type\":\"resync\"}");
            case 4 -> client.says("{\"type\":\"pace\",\"per_second\":" + random.nextInt(4) + "}");
            default -> client.says(rubbish());
        }
    }

    private String lie() {
        return switch (random.nextInt(5)) {
            case 0 -> "another-life:" + random.nextInt(50);
            case 1 -> delivery.board().epoch() + ":" + (delivery.board().version() + 1 + random.nextInt(9));
            case 2 -> delivery.board().epoch() + ":-1";
            case 3 -> rubbish();
            default ->
                delivery.board().epoch() + ":"
                        + random.nextInt(1 + (int) delivery.board().version());
        };
    }

    private String rubbish() {
        return random.ints(random.nextInt(40), ' ', 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private MarketEvent event() {
        Symbol stock = random.nextBoolean() ? SampleMarket.FPT : SampleMarket.VNM;
        Symbol contract = random.nextBoolean() ? SampleMarket.FEBRUARY : SampleMarket.MARCH;
        Symbol index = random.nextBoolean() ? Watchlist.VN30 : Watchlist.VNINDEX;
        int some = 1 + random.nextInt(1_000);
        return switch (random.nextInt(40)) {
            case 0 -> new DailyReset(SampleMarket.TEN);
            case 1, 2, 3 -> SampleMarket.band(stock, 10_000 + some);
            case 4, 5, 6, 7 -> SampleMarket.book(stock, some, some + 100);
            case 8, 9, 10, 11, 12 -> SampleMarket.foreign(stock, some, random.nextInt(some), now());
            case 13, 14, 15, 16 -> SampleMarket.futures(contract, 1_900 + some / 10.0, some);
            case 17, 18 -> new FuturesQuote(contract, 1_900 + some / 7.0, 1_901 + some / 7.0, SampleMarket.TEN);
            case 19, 20, 21, 22, 23, 24 -> SampleMarket.index(index, 1_900 + some / 9.0, now());
            default -> SampleMarket.trade(stock, 10_000 + some, some);
        };
    }

    private Instant now() {
        return delivery.now();
    }

    private BroadcastLimits limits() {
        return new BroadcastLimits(
                Duration.ofMillis(random.nextInt(3) * 250L),
                Duration.ofMillis(random.nextInt(3) * 50L),
                Duration.ofSeconds(5),
                Duration.ofMillis(random.nextInt(3) * 500L),
                1 + random.nextInt(10));
    }
}
