package org.tickcast.feed.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A checkpoint's content: the board as the tick saved it, and what the keeper knows besides.
 *
 * @param feedLost whether the holder's feed was lost then
 * @param dayEnded the last end of a day that is in it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record SavedMarket(boolean feedLost, Instant dayEnded, byte[] board) {

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeBoolean(feedLost);
            out.writeLong(dayEnded.getEpochSecond());
            out.writeInt(board.length);
            out.write(board);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when it is none, or larger than it may be */
    static SavedMarket of(byte[] bytes, int mostBytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            boolean feedLost = in.readBoolean();
            Instant dayEnded = Instant.ofEpochSecond(in.readLong());
            int length = in.readInt();
            if (length < 0 || length > mostBytes) {
                throw new IllegalArgumentException("A checkpoint of " + length + " bytes, and at most " + mostBytes);
            }
            byte[] board = in.readNBytes(length);
            return new SavedMarket(feedLost, dayEnded, board);
        } catch (IOException e) {
            throw new IllegalArgumentException("A checkpoint that cannot be read", e);
        }
    }
}
