package org.tickcast.wire;

/** A text is not the JSON that was to be read. It has no trace, for it is nobody's fault in here. */
public final class BadJson extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HubError error;

    BadJson(HubError error, String words) {
        super(words, null, false, false);
        this.error = error;
    }

    public HubError error() {
        return error;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
