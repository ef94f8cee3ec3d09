package org.tickcast.admission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A header in which a proxy says whom it speaks for, the one that says most first. */
public enum ForwardingHeader {
    FORWARDED(ForwardingHeaders::forwarded, ForwardedLine::hops),
    X_FORWARDED_FOR(ForwardingHeaders::forwardedFor, ForwardingHeader::listed),
    X_REAL_IP(ForwardingHeaders::realIp, line -> List.of(Hop.from(line.strip())));

    /** More hops than this are not looked at: no real request takes so many. */
    static final int MOST_HOPS = 50;

    /** Of all lines of a header together; a line with which there are more is not looked at, nor any before it. */
    static final int MOST_CHARACTERS = 4096;

    private final Function<ForwardingHeaders, List<String>> lines;
    private final Function<String, List<Hop>> reader;

    ForwardingHeader(Function<ForwardingHeaders, List<String>> lines, Function<String, List<Hop>> reader) {
        this.lines = lines;
        this.reader = reader;
    }

    boolean isIn(ForwardingHeaders headers) {
        return !lines.apply(headers).isEmpty();
    }

    /** The way back, hop by hop, beginning with what the proxy nearest to us has said. */
    List<Hop> nearestFirst(ForwardingHeaders headers) {
        List<String> told = lines.apply(headers);
        List<Hop> hops = new ArrayList<>();
        int characters = 0;
        for (int i = told.size() - 1; i >= 0 && hops.size() < MOST_HOPS; i--) {
            characters += told.get(i).length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            hops.addAll(backwards(reader.apply(told.get(i))));
        }
        return hops.subList(0, Math.min(hops.size(), MOST_HOPS));
    }

    private static List<Hop> listed(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(Hop::from)
                .toList();
    }

    private static List<Hop> backwards(List<Hop> hops) {
        List<Hop> reversed = new ArrayList<>(hops);
        Collections.reverse(reversed);
        return reversed;
    }
}
