package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where pages may connect: from this server's own host, and from the origins on the list. A browser sends along
 * what it knows about a user, whichever page asks; the origin is how we tell a page of ours from one that only uses its
 * visitor.
 *
 * <p>An entry is {@code https://app.example.com}, {@code http://localhost:3000} with its port, {@code
 * https://*.example.com} for everything below that host, or {@code *} for every origin there is. Without entries only
 * the own host is left. Origins are compared part by part, never as text.
 *
 * <p>Threads: any.
 */
public final class OriginRules {

    private static final String EVERY_ORIGIN = "*";

    private final List<OriginPattern> listed;
    private final boolean everyOrigin;
    private final boolean requireOrigin;

    /** @param requireOrigin whether who sends no Origin is refused; else a token has to speak for them */
    public OriginRules(List<String> entries, boolean requireOrigin) {
        this.everyOrigin = entries.contains(EVERY_ORIGIN);
        this.requireOrigin = requireOrigin;
        this.listed = entries.stream()
                .filter(entry -> !entry.equals(EVERY_ORIGIN))
                .distinct()
                .map(OriginPattern::of)
                .toList();
    }

    /** Whether {@code *} is on the list: good for trying things out, and for nothing else. */
    public boolean allowEveryOrigin() {
        return everyOrigin;
    }

    /**
     * @param headers the Origin headers of a request, all of them
     * @param own the server as it was addressed, or null when that is not known
     */
    public OriginAnswer answer(List<String> headers, @Nullable OwnHost own) {
        if (headers.isEmpty()) {
            return requireOrigin ? OriginAnswer.ABSENT_REFUSED : OriginAnswer.ABSENT;
        }
        if (headers.size() > 1) {
            return OriginAnswer.UNREADABLE;
        }
        return answer(headers.get(0), own);
    }

    private OriginAnswer answer(String header, @Nullable OwnHost own) {
        if (header.equals(Origin.OPAQUE)) {
            return OriginAnswer.OPAQUE;
        }
        Origin page = Origin.read(header);
        return page == null ? OriginAnswer.UNREADABLE : answer(page, own);
    }

    private OriginAnswer answer(Origin page, @Nullable OwnHost own) {
        if (own != null && own.serves(page)) {
            return OriginAnswer.OWN_HOST;
        }
        boolean onTheList = everyOrigin || listed.stream().anyMatch(pattern -> pattern.matches(page));
        return onTheList ? OriginAnswer.LISTED : OriginAnswer.NOT_LISTED;
    }

    /** Whether a page from there may see what this server answers. */
    public boolean isAllowed(Origin page, @Nullable OwnHost own) {
        return answer(page, own).allowed();
    }
}
