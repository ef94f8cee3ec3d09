package org.tickcast.launcher;

/**
 * A JSON object of texts on one line, in ASCII: whatever a text is, it ends no line, and whatever the encoding of a terminal
 * is, nothing is lost. (The JSON API is the server's, which does not run yet.)
 */
final class JsonLine {

    private final StringBuilder line = new StringBuilder("{");

    JsonLine text(String name, String text) {
        line.append(line.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
        text.chars().forEach(this::append);
        line.append('"');
        return this;
    }

    String end() {
        return line + "}";
    }

    private void append(int character) {
        if (character == '"' || character == '\\') {
            line.append('\\').append((char) character);
        } else if (character >= ' ' && character <= '~') {
            line.append((char) character);
        } else {
            line.append(String.format("\\u%04x", character));
        }
    }
}
