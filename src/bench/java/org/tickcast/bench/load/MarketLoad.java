package org.tickcast.bench.load;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts a channel under load and says what its clients saw: the report as one line of JSON, a summary beside it. It holds
 * many sockets and times what comes, or opens and closes them; {@link LoadOptions} names what can be chosen.
 */
public final class MarketLoad {

    private static final int WRONG_OPTIONS = 2;
    private static final int NOBODY_CAME_IN = 1;

    private final LoadOptions options;
    private final Run run;
    private final ExecutorService threads;
    private final List<Future<Tally>> tallies = new ArrayList<>();

    private MarketLoad(LoadOptions options) {
        this.options = options;
        this.run = new Run(options);
        this.threads = Executors.newFixedThreadPool(options.threads());
    }

    public static void main(String[] arguments) throws Exception {
        LoadOptions options;
        try {
            options = LoadOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_OPTIONS);
            return;
        }
        JsonObject report = run(options);
        System.err.print(Report.summary(report));
        System.out.println(report);
        if (options.out() != null) {
            Files.writeString(options.out(), report + "\n");
        }
        System.exit(report.getInt("connected") > 0 ? 0 : NOBODY_CAME_IN);
    }

    static JsonObject run(LoadOptions options) throws IOException, InterruptedException, ExecutionException {
        MarketLoad load = new MarketLoad(options);
        try {
            return options.isChurn() ? load.churn() : load.hold();
        } finally {
            load.run.end();
            load.threads.shutdown();
        }
    }

    private JsonObject hold() throws IOException, InterruptedException, ExecutionException {
        start();
        if (!run.awaitEverybody()) {
            run.end();
            return new Report(options, sum(results()), 0).nobody();
        }
        TimeUnit.SECONDS.sleep(options.warmupSeconds());

        Costs costs = new Costs();
        Window window = run.measure();
        window.awaitEnd();
        costs.stop();
        Window.awaitLastArrivals();
        run.end();

        List<Tally> all = results();
        Broadcasts.Spread spread =
                Broadcasts.spread(all.stream().map(tally -> tally.broadcasts).toList(), window);
        Report report = new Report(options, sum(all), window.seconds());
        costs.tell(report);
        return report.hold(spread);
    }

    private JsonObject churn() throws IOException, InterruptedException, ExecutionException {
        Costs costs = new Costs();
        long began = System.nanoTime();
        start();
        List<Tally> all = results();
        double seconds = (System.nanoTime() - began) / 1e9;
        costs.stop();

        Report report = new Report(options, sum(all), seconds);
        costs.tell(report);
        return report.churn();
    }

    private void start() throws IOException {
        for (int i = 0; i < options.threads(); i++) {
            tallies.add(threads.submit(new LoadThread(run, i)));
        }
    }

    private List<Tally> results() throws InterruptedException, ExecutionException {
        List<Tally> all = new ArrayList<>();
        for (Future<Tally> tally : tallies) {
            all.add(tally.get());
        }
        return all;
    }

    private Tally sum(List<Tally> all) {
        Tally sum = new Tally(options.stamps(), options.isVersioned());
        all.forEach(sum::add);
        return sum;
    }

    /** What both ends use, from its making until it is stopped. */
    private final class Costs {

        private final ProcessGauge ours = ProcessGauge.ofThis();
        private final @Nullable ProcessGauge theirs = options.pid() == 0 ? null : ProcessGauge.of(options.pid());
        private ProcessGauge oursAfter = ours;
        private @Nullable ProcessGauge theirsAfter;

        Costs() throws IOException {}

        void stop() throws IOException {
            oursAfter = ProcessGauge.ofThis();
            theirsAfter =
                    theirs == null || !ProcessGauge.isThere(options.pid()) ? null : ProcessGauge.of(options.pid());
        }

        void tell(Report report) {
            report.costOfLoad(ours, oursAfter);
            if (theirs != null && theirsAfter != null) {
                report.costOfServer(theirs, theirsAfter);
            }
        }
    }
}
