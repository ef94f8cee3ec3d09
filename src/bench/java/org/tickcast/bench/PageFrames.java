package org.tickcast.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.tickcast.testing.server.Browser;

/**
 * Whether the page keeps up with sixty pictures a second, by the browser's own trace. The arguments are the server's
 * address, its token, that of its producers, and for how many seconds; a fifth, {@code still}, has the market fall silent, and
 * one number on the page counts the frames instead. What is dropped then is none of the page's.
 */
public final class PageFrames {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final String CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline.frame";

    /** The time between animation frames, as a script of the page sees it. */
    private static final String FRAMES = """
            (seconds) => new Promise((resolve) => {
              const apart = [];
              let first = null;
              let last = null;
              requestAnimationFrame(function next(now) {
                first ??= now;
                if (last !== null) {
                  apart.push(now - last);
                }
                last = now;
                if (now - first < 1000 * seconds) {
                  requestAnimationFrame(next);
                } else {
                  apart.sort((a, b) => a - b);
                  const at = (part) => apart[Math.floor(part * (apart.length - 1))].toFixed(1);
                  const late = apart.filter((ms) => ms > 25).length;
                  resolve(`${apart.length} animation frames; ms between them: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; `
                      + `${late} came more than 25 ms after the one before`);
                }
              });
            })
            """;

    private static final String PICTURES = """
            () => Number(document.querySelector('#connection [data-cell=pictures]').textContent.replace(/\\D/g, ''))
            """;

    private static final String COUNTER = """
            () => {
              const counter = document.createElement('p');
              document.body.prepend(counter);
              let frames = 0;
              requestAnimationFrame(function next() {
                counter.textContent = ++frames;
                requestAnimationFrame(next);
              });
            }
            """;

    private final Page page;
    private final CDPSession session;
    private final Map<String, Integer> seen = new HashMap<>();
    private long longTasks;
    private boolean isTraced;

    private PageFrames(Page page) {
        this.page = page;
        session = page.context().newCDPSession(page);
        session.on("Tracing.dataCollected", part -> part.getAsJsonArray("value").forEach(this::count));
        session.on("Tracing.tracingComplete", end -> isTraced = true);
        session.send("Performance.enable");
    }

    public static void main(String[] args) throws Exception {
        URL server = new URL(args[0]);
        try (MarketPushes pushes = new MarketPushes(server, args[2]);
                Browser browser = Browser.start();
                BrowserContext window = browser.newWindow()) {
            Page page = window.newPage();
            long begun = System.nanoTime();
            page.navigate(server + "?token=" + args[1]);
            page.locator("#prices tr").nth(29).waitFor();
            System.out.printf("live after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            boolean still = args.length > 4;
            if (still) {
                pushes.close();
                page.evaluate(COUNTER);
            }
            page.waitForTimeout(WARM_UP.toMillis());
            new PageFrames(page).measure(Integer.parseInt(args[3]));
            System.out.println(still ? "nothing is pushed" : pushes.howFast());
        }
    }

    private void measure(int seconds) {
        int pictures = pictures();
        Map<String, Double> before = work();
        JsonObject trace = new JsonObject();
        trace.addProperty("categories", CATEGORIES);
        session.send("Tracing.start", trace);

        Object frames = page.evaluate(FRAMES, seconds);

        session.send("Tracing.end");
        Map<String, Double> after = work();
        System.out.println(frames);
        System.out.printf("%.1f pictures/s%n", (pictures() - pictures) / (double) seconds);
        page.waitForCondition(() -> isTraced);
        System.out.printf(
                "trace: %d frames drawn, %d dropped, %d tasks over 50 ms%n",
                seen.getOrDefault("DrawFrame", 0), seen.getOrDefault("DroppedFrame", 0), longTasks);
        after.forEach((name, end) ->
                System.out.printf("%s: %.0f ms/s%n", name, 1000 * (end - before.getOrDefault(name, 0.0)) / seconds));
    }

    private void count(JsonElement element) {
        JsonObject event = element.getAsJsonObject();
        String name = event.get("name").getAsString();
        seen.merge(name, 1, Integer::sum);
        if (name.equals("RunTask")
                && event.has("dur")
                && event.get("dur").getAsLong() > Duration.ofMillis(50).toNanos() / 1000) {
            longTasks++;
        }
    }

    private int pictures() {
        return ((Number) page.evaluate(PICTURES)).intValue();
    }

    /** What the main thread has spent in all, in seconds. */
    private Map<String, Double> work() {
        Map<String, Double> spent = new HashMap<>();
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            String name = metric.getAsJsonObject().get("name").getAsString();
            if (name.endsWith("Duration")) {
                spent.put(name, metric.getAsJsonObject().get("value").getAsDouble());
            }
        }
        return spent;
    }
}
