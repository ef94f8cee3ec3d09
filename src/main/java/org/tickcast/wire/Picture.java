package org.tickcast.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.IndexPicture;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketChanges;
import org.tickcast.market.MarketSnapshot;
import org.tickcast.market.Symbol;

/**
 * What a channel shows, and since which version each part of it has been as it is: so it can say what a client lacks
 * that was last given any older version.
 *
 * <p>The board knows when a fact last changed, but not when that last showed: most numbers are rounded, sums and lists
 * of the five best are made of many. Therefore the picture is compared with the board at each look, and only where the
 * board says that something has changed. Its version is that of the last look at which anything was different.
 *
 * <p>Threads: belongs to the tick.
 */
public final class Picture {

    private static final long NEVER = -1;
    private static final String INDICES = "indices";
    private static final String FOREIGN = "foreign";
    private static final String DERIVATIVES = "derivatives";

    private final Channel channel;
    private final PictureBranch root = new PictureBranch();
    private long looked = NEVER;
    private long version = NEVER;
    private long oldest = NEVER;
    private @Nullable String text;
    private @Nullable String checksum;

    public Picture(Channel channel) {
        this.channel = channel;
    }

    /**
     * The picture of a board that was loaded, which was last seen to change at this version. Who has one that is older
     * than {@link #oldest} cannot be told what it lacks.
     */
    public static Picture of(Channel channel, MarketBoard loaded, long version) {
        Picture picture = new Picture(channel);
        picture.look(loaded, version);
        picture.oldest = version;
        return picture;
    }

    /** Whether the board has changed in a way that may show. */
    public boolean isBehind(MarketBoard board) {
        return channel.versionOn(board) != looked;
    }

    /** Looks at the board; returns whether anything shows that did not before. The first look always does. */
    public boolean lookAt(MarketBoard board) {
        return look(board, channel.versionOn(board));
    }

    /** The oldest version of which it is known what has changed since. */
    public long oldest() {
        return oldest;
    }

    /** @param now from which version on shows what did not before */
    private boolean look(MarketBoard board, long now) {
        MarketChanges changes = board.changesSince(looked);
        switch (channel) {
            case MARKET -> showMarket(board.snapshot(), changes, now);
            case FOREIGN -> root.show(ViewTree.of(ForeignView.of(board.foreign())), now);
            case INDEX -> showIndices(root, board.indices(), changes, now);
            case ALERTS -> throw new IllegalStateException("The channel of alerts shows no picture of the board");
        }
        root.grown();
        boolean different = looked == NEVER || root.newest() > version;
        looked = channel.versionOn(board);
        if (different) {
            version = now;
            text = null;
            checksum = null;
        }
        return different;
    }

    /** The version of the newest change that shows. */
    public long version() {
        return version;
    }

    /** The whole of it, written canonically: the plain frame of the channel, without members that are null. */
    public String text() {
        String known = text;
        if (known == null) {
            StringBuilder json = new StringBuilder();
            root.write(json);
            known = json.toString();
            text = known;
        }
        return known;
    }

    /** Of {@link #text}. */
    public String checksum() {
        String known = checksum;
        if (known == null) {
            known = CanonicalJson.checksum(text());
            checksum = known;
        }
        return known;
    }

    /** What turns the picture of that version into this one. */
    public Patch since(long base) {
        PatchDraft draft = new PatchDraft();
        root.addMembersTo(draft, base);
        return draft.done(base, version);
    }

    private void showMarket(MarketSnapshot market, MarketChanges changes, long now) {
        showStocks(market, changes, now);
        showIndices(root.branch(INDICES, now), market.indices(), changes, now);
        if (!changes.foreign().isEmpty() || !changes.foreignGone().isEmpty()) {
            show(FOREIGN, market.foreign() == null ? null : ForeignView.of(market.foreign()), now);
        }
        if (!changes.futures().isEmpty() || changes.futuresGone()) {
            show(DERIVATIVES, market.futures() == null ? null : DerivativesView.of(market.futures()), now);
        }
    }

    private void showStocks(MarketSnapshot market, MarketChanges changes, long now) {
        PictureBranch quotes = root.branch("quotes", now);
        PictureBranch prices = root.branch("prices", now);
        for (Symbol stock : changes.stocks().keySet()) {
            quotes.show(stock.code(), ViewTree.of(StatsView.of(known(market.stats(), stock))), now);
            prices.show(stock.code(), ViewTree.of(PriceView.of(known(market.prices(), stock))), now);
        }
    }

    private static void showIndices(
            PictureBranch indices, Map<Symbol, IndexPicture> now, MarketChanges changes, long version) {
        changes.indicesGone().forEach(index -> indices.hide(index.code(), version));
        changes.indices().keySet().forEach(index -> indices.show(index.code(), tree(known(now, index)), version));
    }

    private static Map<String, Object> tree(IndexPicture index) {
        Map<String, Object> tree = ViewTree.of(IndexView.of(index));
        List<Object> line = List.copyOf((List<?>) known(tree, "intraday"));
        tree.put("intraday", new NumberedPoints(index.firstPoint(), line));
        return tree;
    }

    private void show(String part, @Nullable Record view, long now) {
        if (view == null) {
            root.hide(part, now);
        } else {
            root.show(part, ViewTree.of(view), now);
        }
    }

    private static <K, V> V known(Map<K, V> shown, K key) {
        V value = shown.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " has changed, and is not on the board");
        }
        return value;
    }
}
