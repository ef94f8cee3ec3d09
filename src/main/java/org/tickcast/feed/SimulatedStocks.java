package org.tickcast.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.tickcast.market.Symbol;

/** Reads the stocks that the simulated market starts from. */
final class SimulatedStocks {

    private static final String FILE = "simulated-stocks.csv";

    private SimulatedStocks() {}

    static List<SimulatedStock> listed(Instant start, Random random) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SimulatedStocks.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> stock(line.split(",", -1), start, random))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + FILE, e);
        }
    }

    private static SimulatedStock stock(String[] columns, Instant start, Random random) {
        return new SimulatedStock(
                new Symbol(columns[0]),
                Long.parseLong(columns[1]),
                Double.parseDouble(columns[2]),
                Long.parseLong(columns[3]),
                start,
                random);
    }
}
