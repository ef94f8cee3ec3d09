package org.tickcast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tickcast.feed.Scenario;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.wire.EventCodec;

/** A producer that pushes what happens in the busy scenario into a server, sixty times a second in one long request. */
final class MarketPushes implements AutoCloseable {

    private static final Duration STEP = Duration.ofNanos(TimeUnit.SECONDS.toNanos(1) / 60);

    private final SimulatedMarket market =
            new SimulatedMarket(SimulationSettings.ofSeed(1).with(Scenario.BUSY), RecordedDay.BEGINNING);
    private final EventCodec codec = new EventCodec();
    private final HttpURLConnection request;
    private final OutputStream body;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> pushes;
    private final AtomicLong pushed = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final long begun = System.nanoTime();
    private Instant until = RecordedDay.BEGINNING;

    MarketPushes(URL server, String producer) throws IOException {
        request = (HttpURLConnection) new URL(server, "api/ingest").openConnection();
        request.setRequestProperty("Authorization", "Bearer " + producer);
        request.setRequestProperty("Content-Type", "application/x-ndjson");
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setChunkedStreamingMode(0);
        body = request.getOutputStream();
        pushes = thread.scheduleAtFixedRate(this::push, 0, STEP.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Throws where the market has stood still: then nothing was measured. */
    String howFast() throws ExecutionException, InterruptedException {
        if (pushes.isDone()) {
            pushes.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "%.1f pushes/s of %.1f events".formatted(pushed.get() / seconds, events.get() / (double) pushed.get());
    }

    private void push() {
        until = until.plus(STEP);
        StringBuilder lines = new StringBuilder();
        while (market.nextStep().isBefore(until)) {
            market.step(event -> {
                lines.append(codec.write(event)).append('\n');
                events.incrementAndGet();
            });
        }
        try {
            body.write(lines.toString().getBytes(UTF_8));
            body.flush();
            pushed.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException("Pushing into the server", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        request.disconnect();
    }
}
