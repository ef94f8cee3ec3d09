package org.tickcast.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as ECMAScript prints them, so that a browser and we write the same digits. */
final class EcmaNumber {

    /** Beyond it a browser no longer tells whole numbers apart. */
    private static final long LARGEST_EXACT = 1L << 53;

    /** Numbers with at most two decimals are most of ours; so small, their hundredfold is exact. */
    private static final double PLAIN = 1e12;

    private static final int MOST_DIGITS = 17;
    private static final int LONGEST_PLAIN = 21;
    private static final int MOST_LEADING_ZEROS = 6;

    /** Doubles lie closer below a power of two than above, so it is not always the nearest that is read as the same. */
    private static final List<RoundingMode> NEAREST_FIRST =
            List.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN);

    private EcmaNumber() {}

    static String text(long value) {
        boolean exact = value >= -LARGEST_EXACT && value <= LARGEST_EXACT;
        return exact ? Long.toString(value) : text((double) value);
    }

    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            return Long.toString((long) value);
        }
        long cents = Math.round(value * 100);
        if (Math.abs(value) < PLAIN && cents / 100.0 == value) {
            return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    /** The layout of Number::toString in ECMA-262, for digits d and an exponent n with value 0.d × 10ⁿ. */
    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int n = digits.length() - shortest.scale();
        if (n > LONGEST_PLAIN || n <= -MOST_LEADING_ZEROS) {
            return scientific(digits, n - 1);
        }
        return shortest.toPlainString();
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
    }

    /** Not by Double.toString, which before Java 19 sometimes writes a digit too many. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
