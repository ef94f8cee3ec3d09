package org.tickcast.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.TapeHeader;

/** Tapes written by hand, good ones and others. */
public final class TapeFile {

    private TapeFile() {}

    public static void write(Path file, List<MarketEvent> events) throws IOException {
        writeText(file, text(events));
    }

    public static void writeText(Path file, String text) throws IOException {
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A header and the events, each with the end of its line. */
    public static String text(List<MarketEvent> events) {
        EventCodec codec = new EventCodec();
        String header = new TapeHeader(SampleMarket.TEN, "steered").write();
        return Stream.concat(Stream.of(header), events.stream().map(codec::write))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
