package org.tickcast.cluster;

import java.util.regex.Pattern;

/** What one server is called among others. A server that starts again is another one. */
public record NodeId(String value) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public NodeId {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A node is called by 1 to 64 letters, digits and . _ -, not \"" + value + '"');
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
