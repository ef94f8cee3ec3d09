package org.tickcast.admission;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may tell us whom they speak for. What a request says about its way counts only when it comes from one of these
 * addresses; then the way is walked back, from us outwards, and whoever is met first that is not one of ours is the
 * client. Where the way becomes unreadable, or hides somebody, the last address that we are sure of is the client's:
 * those who hide share the places of the proxy they came through, and take none from others.
 *
 * <p>{@code Forwarded} goes before {@code X-Forwarded-For}, and that before {@code X-Real-IP}; the first that is there
 * is read, and nothing is mixed: only with the latter two {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} count,
 * of which the last word is the nearest proxy's. A proxy passes on the headers that it does not know, as the client
 * wrote them. So believe only the header that your proxy writes, or let it remove the others.
 *
 * <p>Threads: any.
 */
public final class TrustedProxies {

    /** We are reached directly, and believe nobody. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<AddressRange> ranges;
    private final Set<ForwardingHeader> believed;

    public TrustedProxies(List<AddressRange> ranges) {
        this(ranges, EnumSet.allOf(ForwardingHeader.class));
    }

    public TrustedProxies(List<AddressRange> ranges, Collection<ForwardingHeader> believed) {
        this.ranges = List.copyOf(ranges);
        this.believed = EnumSet.noneOf(ForwardingHeader.class);
        this.believed.addAll(believed);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * How the request came to the outermost of our proxies.
     *
     * @param direct how it came to us
     */
    public Arrival outermost(Arrival direct, ForwardingHeaders headers) {
        if (!trusts(IpAddress.read(direct.client().text()))) {
            return direct;
        }
        for (ForwardingHeader header : believed) {
            if (header.isIn(headers)) {
                Arrival nearest = header == ForwardingHeader.FORWARDED ? direct : asLastTold(direct, headers);
                return walkBack(nearest, header.nearestFirst(headers));
            }
        }
        return believesXHeaders() ? asLastTold(direct, headers) : direct;
    }

    private boolean trusts(@Nullable IpAddress address) {
        return address != null && ranges.stream().anyMatch(range -> range.contains(address));
    }

    private boolean believesXHeaders() {
        return believed.contains(ForwardingHeader.X_FORWARDED_FOR) || believed.contains(ForwardingHeader.X_REAL_IP);
    }

    private static Arrival asLastTold(Arrival direct, ForwardingHeaders headers) {
        return direct.before(new Hop(
                null, Hop.secure(lastWord(headers.forwardedProto())), Hop.host(lastWord(headers.forwardedHost()))));
    }

    private static String lastWord(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String line = lines.get(lines.size() - 1);
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }

    private Arrival walkBack(Arrival nearest, List<Hop> hops) {
        Arrival known = nearest;
        for (Hop hop : hops) {
            known = known.before(hop);
            if (!trusts(hop.from())) {
                break;
            }
        }
        return known;
    }
}
