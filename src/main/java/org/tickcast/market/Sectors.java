package org.tickcast.market;

import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of the economy each stock belongs to. */
public record Sectors(Map<Symbol, String> bySymbol) {

    private static final String SECTORS = "sectors.txt";

    public Sectors {
        bySymbol = Map.copyOf(bySymbol);
    }

    /** The stocks of {@code sectors.txt}. */
    public static Sectors vn30() {
        return DataFile.bundled(SECTORS, Sectors::read);
    }

    /** One stock a line: its symbol, a blank, its sector. What follows a # is a comment. */
    public static Sectors read(Reader file) {
        Map<Symbol, String> bySymbol = new HashMap<>();
        DataFile.read(file, line -> bySymbol.merge(symbol(line), sector(line), Sectors::onlyOne));
        return new Sectors(bySymbol);
    }

    /** The sector of a stock, unless nobody has said it. */
    public @Nullable String sectorOf(Symbol stock) {
        return bySymbol.get(stock);
    }

    private static Symbol symbol(String line) {
        return new Symbol(line.split("\\s+", 2)[0]);
    }

    private static String sector(String line) {
        String[] columns = line.split("\\s+", 2);
        if (columns.length < 2) {
            throw new IllegalArgumentException(line + " has no sector");
        }
        return columns[1];
    }

    private static String onlyOne(String known, String another) {
        if (known.equals(another)) {
            return known;
        }
        throw new IllegalArgumentException("a stock has one sector, not both " + known + " and " + another);
    }
}
