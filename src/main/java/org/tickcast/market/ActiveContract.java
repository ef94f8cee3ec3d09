package org.tickcast.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The futures contracts, and which of them is shown: the one that has traded most today. Belongs to the board, and so to
 * the tick.
 */
final class ActiveContract {

    /** The exchange lists four at a time. A feed that names more than this is mistaken, and the surplus is ignored. */
    private static final int MAX_CONTRACTS = 16;

    private final Roster<FuturesState> contracts;
    private final Map<Symbol, FuturesState> byCode = new HashMap<>();
    private @Nullable FuturesState active;
    private long activeSince;

    ActiveContract() {
        this(new Roster<>());
    }

    private ActiveContract(Roster<FuturesState> contracts) {
        this.contracts = contracts;
    }

    boolean traded(FuturesTrade trade, double spot, long version) {
        FuturesState contract = contract(trade.contract(), spot, version);
        if (contract == null) {
            return false;
        }
        contract.traded(trade, version);
        if (contract != active && (active == null || contract.volume() > active.volume())) {
            active = contract;
            activeSince = version;
        }
        return contract == active;
    }

    boolean quoted(FuturesQuote quote, double spot, long version) {
        FuturesState contract = contract(quote.contract(), spot, version);
        if (contract == null) {
            return false;
        }
        contract.quoted(quote, version);
        return contract == active && contract.newest() == version;
    }

    void spotMoved(double spot, long version) {
        for (ChangeOrder.Place<FuturesState> contract : contracts.places()) {
            contract.thing().spotMoved(spot, version);
        }
    }

    void clear(long version) {
        contracts.clear(version);
        byCode.clear();
        if (active != null) {
            active = null;
            activeSince = version;
        }
    }

    @Nullable FuturesPicture picture() {
        return active == null ? null : active.picture();
    }

    /** By how much the active contract stands above the index; null before both have a price. */
    @Nullable BasisPoint basis(Instant at) {
        return active == null ? null : active.basis(at);
    }

    Set<FuturesField> changedSince(long base) {
        if (active == null) {
            return Set.of();
        }
        return activeSince > base ? EnumSet.allOf(FuturesField.class) : active.changedSince(base);
    }

    boolean isGoneSince(long base) {
        return active == null && activeSince > base;
    }

    void save(DataOutput out) throws IOException {
        contracts.save(out, FuturesState::save);
        out.writeUTF(active == null ? "" : active.contract().code());
    }

    static ActiveContract load(DataInput in, long version) throws IOException {
        ActiveContract loaded = new ActiveContract(Roster.load(in, FuturesState::load, version));
        String active = in.readUTF();
        if (!active.isEmpty()) {
            loaded.active = loaded.contracts.get(new Symbol(active));
            loaded.activeSince = version;
        }
        return loaded;
    }

    /** One contract under both of its codes; what is no contract of VN30 is ignored. */
    private @Nullable FuturesState contract(Symbol code, double spot, long version) {
        FuturesState known = byCode.get(code);
        if (known == null && FuturesContract.isMeantBy(code)) {
            known = meantBy(code, spot, version);
            if (known != null) {
                byCode.put(code, known);
            }
        }
        return known;
    }

    private @Nullable FuturesState meantBy(Symbol code, double spot, long version) {
        Symbol symbol;
        try {
            symbol = FuturesContract.canonical(code);
        } catch (BadContractCode noSuchContract) {
            return null; // A code that looks like the exchange's and names no month: as unknown as any other.
        }
        FuturesState known = contracts.get(symbol);
        if (known == null && contracts.size() < MAX_CONTRACTS) {
            known = new FuturesState(symbol, spot, version);
            contracts.add(symbol, known, version);
        }
        return known;
    }
}
