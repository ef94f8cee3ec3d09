package org.tickcast.testing.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine. Where there is none, tests that need it are skipped and say so; where the environment
 * variable {@code TICKCAST_CHROMIUM} names one, it has to be there.
 */
public final class Browser implements AutoCloseable {

    private static final String VARIABLE = "TICKCAST_CHROMIUM";
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** What is awaited on a page comes in less, unless the machine has much else to do. */
    private static final double PATIENCE_MILLIS = 20_000;

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // Playwright would fetch a browser of its own, which is neither needed nor possible everywhere.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public static Browser start() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            assertTrue(Files.isExecutable(Path.of(named)), VARIABLE + " names no browser: " + named);
            return new Browser(Path.of(named));
        }
        Path found = USUAL_PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("SKIPPED: no Chromium on this machine; install one, or name it in "
                        + VARIABLE + ", to test the page"));
        return new Browser(found);
    }

    /** A window of its own, that knows nothing of the others. */
    public com.microsoft.playwright.BrowserContext newWindow() {
        return chromium.newContext();
    }

    /** The same as somebody else sees it: how large, how dark, in which language. */
    public com.microsoft.playwright.BrowserContext newWindow(
            com.microsoft.playwright.Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
