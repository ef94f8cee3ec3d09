package org.tickcast.launcher;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** One block of a PEM file: what it says it is, and its bytes. */
record Pem(String label, byte[] bytes) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** @throws IllegalArgumentException when a block is not Base64, as one that asks for a password is */
    static List<Pem> blocks(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Pem(
                        block.group(1),
                        Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""))))
                .toList();
    }
}
