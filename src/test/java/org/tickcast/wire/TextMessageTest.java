package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A frame is as RFC 6455 has it: final, text, unmasked, with its length in the shortest form. */
class TextMessageTest {

    @Test
    void a_short_message_has_a_head_of_two_bytes() {
        assertThat(bytes(new TextMessage("{}").frame())).containsExactly(0x81, 2, '{', '}');
    }

    @Test
    void the_length_counts_bytes_and_not_characters() {
        assertThat(bytes(new TextMessage("đ€").frame())).startsWith(0x81, 5);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "125, 2", "126, 4", "65535, 4", "65536, 10"})
    void the_head_is_as_short_as_the_length_allows(int length, int head) {
        TextMessage message = new TextMessage("x".repeat(length));

        assertThat(message.frame().remaining()).isEqualTo(head + length);
        assertThat(StandardCharsets.UTF_8.decode(message.payload()).toString()).isEqualTo(message.text());
    }

    @Test
    void a_medium_and_a_long_length_are_written_in_network_order() {
        assertThat(bytes(new TextMessage("x".repeat(0x1234)).frame())).startsWith(0x81, 126, 0x12, 0x34);
        assertThat(bytes(new TextMessage("x".repeat(0x12345)).frame()))
                .startsWith(0x81, 127, 0, 0, 0, 0, 0, 0x01, 0x23, 0x45);
    }

    @Test
    void everybody_is_given_the_same_bytes_and_a_view_of_his_own() {
        TextMessage message = new TextMessage("once");
        ByteBuffer one = message.frame();
        ByteBuffer other = message.frame();

        one.get();

        assertThat(other.remaining()).isEqualTo(6);
        assertThat(other.array()).isSameAs(one.array());
    }

    @Test
    void a_deflated_message_is_binary_and_inflates_to_the_text() throws DataFormatException {
        TextMessage message = new TextMessage("đồng ".repeat(1_000));

        TextMessage deflated = message.deflated();

        assertThat(bytes(deflated.frame())).startsWith(0x82);
        assertThat(deflated.frame().remaining()).isLessThan(200);
        assertThat(inflated(deflated.payload())).isEqualTo(message.text());
        assertThat(deflated.text()).isEqualTo(message.text());
    }

    @Test
    void it_is_deflated_once_for_everybody() {
        TextMessage message = new TextMessage("x".repeat(1_000));

        assertThat(message.deflated()).isSameAs(message.deflated());
        assertThat(message.deflated().deflated()).isSameAs(message.deflated());
    }

    @Test
    void a_short_message_stays_as_it_is() {
        TextMessage message = new TextMessage("x".repeat(TextMessage.WORTH_DEFLATING - 1));

        assertThat(message.deflated()).isSameAs(message);
    }

    private static String inflated(ByteBuffer payload) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(payload);
        byte[] text = new byte[100_000];
        int length = inflater.inflate(text);
        assertThat(inflater.finished()).isTrue();
        inflater.end();
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static int[] bytes(ByteBuffer buffer) {
        int[] bytes = new int[buffer.remaining()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = buffer.get() & 0xff;
        }
        return bytes;
    }
}
