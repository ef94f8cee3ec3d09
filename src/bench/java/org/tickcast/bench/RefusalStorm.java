package org.tickcast.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickcast.testing.server.BareClient;

/**
 * Whether those who are in notice a storm of those who may not come in: how far apart their frames are, without it and
 * during it. The storm comes from thousands of addresses with a wrong token, so each of its handshakes gets as far as the
 * look at the token.
 *
 * <p>Give it a running server, a token that opens it, and how many refusals a second to ask for.
 */
public final class RefusalStorm {

    private static final int LISTENERS = 20;
    private static final int STORMERS = 8;
    private static final long PHASE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int REFUSED = 401;

    private final URL server;
    private final String token;
    private final int perSecond;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private RefusalStorm(URL server, String token, int perSecond) {
        this.server = server;
        this.token = token;
        this.perSecond = perSecond;
    }

    public static void main(String[] args) throws Exception {
        RefusalStorm storm = new RefusalStorm(
                URI.create(args[0]).toURL(), args[1], args.length > 2 ? Integer.parseInt(args[2]) : 1_000);
        try {
            storm.report("without a storm", storm.gaps(false));
            storm.report("during the storm", storm.gaps(true));
        } finally {
            storm.threads.shutdownNow();
        }
    }

    /** How far apart the frames of all listeners were in one phase, in microseconds, in order of size. */
    private long[] gaps(boolean withStorm) throws Exception {
        refusals.set(0);
        long end = System.nanoTime() + PHASE_NANOS;
        List<Future<List<Long>>> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            String address = "127.8." + (withStorm ? 1 : 0) + "." + (1 + i);
            listeners.add(threads.submit(() -> listen(address, end)));
        }
        List<Future<Integer>> stormers = new ArrayList<>();
        for (int i = 0; withStorm && i < STORMERS; i++) {
            stormers.add(threads.submit(storming(end)));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> listener : listeners) {
            all.addAll(listener.get());
        }
        for (Future<Integer> stormer : stormers) {
            stormer.get();
        }
        return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private List<Long> listen(String address, long end) throws IOException {
        List<Long> gaps = new ArrayList<>();
        try (BareClient client = BareClient.from(address, server).upgrade("/ws/index?token=" + token)) {
            client.text();
            long before = System.nanoTime();
            while (before < end) {
                client.text();
                long now = System.nanoTime();
                gaps.add(TimeUnit.NANOSECONDS.toMicros(now - before));
                before = now;
            }
        }
        return gaps;
    }

    /** Each attempt has its own moment, so that a slow one is followed by faster ones and the pace is kept. */
    private Callable<Integer> storming(long end) {
        long began = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(STORMERS) / perSecond;
        return () -> {
            int mine = 0;
            while (System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.sleep(began + mine++ * pause - System.nanoTime());
                beRefused();
            }
            return mine;
        };
    }

    private void beRefused() throws IOException {
        int number = attempts.incrementAndGet();
        String address =
                "127." + (20 + number / 62_500 % 200) + "." + (1 + number / 250 % 250) + "." + (1 + number % 250);
        try (BareClient client = BareClient.from(address, server).upgrade("/ws/index?token=not-" + number)) {
            if (client.status() == REFUSED) {
                refusals.incrementAndGet();
            }
        }
    }

    private void report(String phase, long[] gaps) {
        System.out.printf(
                Locale.ROOT,
                "%-17s %6d frames, apart p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d refusals a second%n",
                phase,
                gaps.length,
                millis(gaps, 0.50),
                millis(gaps, 0.99),
                millis(gaps, 1.0),
                refusals.get() / TimeUnit.NANOSECONDS.toSeconds(PHASE_NANOS));
    }

    private static double millis(long[] gaps, double part) {
        return gaps[(int) Math.min(gaps.length - 1, part * gaps.length)] / 1_000.0;
    }
}
