package org.tickcast.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tickcast.feed.Scenario;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.testing.server.Browser;
import org.tickcast.wire.EventCodec;

/**
 * Whether the page keeps up: pushes the busy scenario into a server sixty times a second, and has a browser say how far
 * apart its animation frames were meanwhile. The arguments are the server's address, its token, that of its producers, and
 * for how many seconds.
 */
public final class PageFrames {

    private static final long PUSHES_PER_SECOND = 60;
    private static final Duration STEP = Duration.ofNanos(TimeUnit.SECONDS.toNanos(1) / PUSHES_PER_SECOND);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final String MEASURE = """
            async (seconds) => {
              const pictures = () => Number(document.querySelector('#connection [data-cell=pictures]').textContent.replace(/\\D/g, ''));
              const long = [];
              new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'long-animation-frame' });
              const before = pictures();
              const apart = await new Promise((resolve) => {
                const all = [];
                const begin = performance.now();
                let last = null;
                requestAnimationFrame(function next(now) {
                  if (last !== null) {
                    all.push(now - last);
                  }
                  last = now;
                  if (performance.now() - begin < 1000 * seconds) {
                    requestAnimationFrame(next);
                  } else {
                    resolve(all.sort((a, b) => a - b));
                  }
                });
              });
              const at = (part) => apart[Math.min(apart.length - 1, Math.floor(part * apart.length))].toFixed(1);
              const late = apart.filter((ms) => ms > 25).length;
              const missed = apart.reduce((sum, ms) => sum + Math.max(0, Math.round(ms * 60 / 1000) - 1), 0);
              return `${apart.length} frames, ${((pictures() - before) / seconds).toFixed(1)} pictures a second; `
                  + `ms between frames: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; ${late} later than 25 ms, ${missed} frames missed; `
                  + `${long.length} frames of more than 50 ms of work`;
            }
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SimulatedMarket market =
            new SimulatedMarket(SimulationSettings.ofSeed(1).with(Scenario.BUSY), RecordedDay.BEGINNING);
    private final EventCodec codec = new EventCodec();
    private final HttpRequest.Builder request;
    private Instant until = RecordedDay.BEGINNING;

    private PageFrames(URL server, String producer) {
        request =
                HttpRequest.newBuilder(URI.create(server + "api/ingest")).header("Authorization", "Bearer " + producer);
    }

    public static void main(String[] args) throws Exception {
        URL server = new URL(args[0]);
        ScheduledExecutorService pushes = Executors.newSingleThreadScheduledExecutor();
        PageFrames frames = new PageFrames(server, args[2]);
        pushes.scheduleAtFixedRate(frames::push, 0, STEP.toNanos(), TimeUnit.NANOSECONDS);
        try (Browser browser = Browser.start();
                BrowserContext window = browser.newWindow()) {
            Page page = window.newPage();
            page.navigate(server + "?token=" + args[1]);
            page.locator("#prices tr").nth(29).waitFor();
            page.waitForTimeout(WARM_UP.toMillis());
            System.out.println(page.evaluate(MEASURE, Integer.valueOf(args[3])));
        } finally {
            pushes.shutdownNow();
        }
    }

    /** What has happened in the market since the last time. */
    private void push() {
        until = until.plus(STEP);
        StringJoiner lines = new StringJoiner("\n");
        while (market.nextStep().isBefore(until)) {
            market.step(event -> lines.add(codec.write(event)));
        }
        try {
            http.send(request.POST(BodyPublishers.ofString(lines.toString())).build(), BodyHandlers.discarding());
        } catch (Exception e) {
            throw new IllegalStateException("Pushing into the server", e);
        }
    }
}
