package org.tickcast.market;

/** A code that names no index futures contract. */
public final class BadContractCode extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String code;

    BadContractCode(String code, String why) {
        super("\"" + code + "\" is no futures contract: " + why);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
