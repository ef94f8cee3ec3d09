package org.tickcast.wire;

/**
 * A line that is no event, and why.
 *
 * @param field the field that is wrong, by our name for it; {@code line} when it is the line as a whole, and
 *     {@code event} when each field could be but all together cannot
 * @param words what the field may be, and at most the first 100 characters of what it was
 */
public record BadEvent(String field, String words) implements DecodedLine {

    static final int MOST_REPEATED = 100;

    static BadEvent mustBe(String field, String mayBe, String was) {
        return new BadEvent(field, field + " must be " + mayBe + ", was \"" + harmless(was) + "\"");
    }

    static BadEvent missing(String field, String mayBe) {
        return new BadEvent(field, field + " is missing; it must be " + mayBe);
    }

    static BadEvent twice(String field) {
        return new BadEvent(field, field + " must be there once, was there twice");
    }

    /** Short, and without anything that would begin a new line in a log. */
    private static String harmless(String foreign) {
        String start = foreign.length() <= MOST_REPEATED ? foreign : foreign.substring(0, MOST_REPEATED - 1) + "…";
        return start.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
