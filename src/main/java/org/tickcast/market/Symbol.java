package org.tickcast.market;

import java.util.regex.Pattern;

/** The exchange's code of a stock, an index or a futures contract: {@code FPT}, {@code VN30}, {@code VN30F2612}. */
public record Symbol(String code) implements Comparable<Symbol> {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,16}");

    public Symbol {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A symbol is 1 to 16 capital letters and digits, not \"" + code + "\"");
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
