package org.tickcast.wire;

import java.util.Locale;

/** Why a client that came back is given the whole picture all the same. */
public enum FullStart {
    /** What it has is from another life of the server. */
    EPOCH,
    /** So much has changed that a patch would be no shorter, or too many others were given patches just now. */
    TOO_OLD,
    /** It never had that from us. */
    MALFORMED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
