package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same value is the same bytes, here and in a browser. */
class CanonicalJsonTest {

    /** The examples of RFC 8785, appendix B, and a power of two whose nearest short decimal is another number. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
        "3d30000000000000, 5.684341886080802e-14"
    })
    void numbers_are_written_as_a_browser_prints_them(String bits, String written) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.write(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2010.55, 2010.55", "-0.4, -0.4", "2000.0, 2000", "0.1, 0.1", "123456789.5, 123456789.5"})
    void decimals_lose_their_idle_zeros(double value, String written) {
        assertThat(CanonicalJson.write(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740992, 9007199254740992",
        "9007199254740993, 9007199254740992",
        "-9223372036854775808, -9223372036854776000"
    })
    void a_whole_number_is_what_a_browser_makes_of_it(long value, String written) {
        assertThat(CanonicalJson.write(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_cannot_be_written(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(value));
    }

    @Test
    void what_is_no_json_cannot_be_written() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(new Object()));
    }

    @Test
    void members_are_in_the_order_of_their_names() {
        Map<String, Object> object = Map.of("b", 1, "aa", List.of(true, "x"), "a", Map.of(), "B", 2.5, "ä", 3);

        assertThat(CanonicalJson.write(object)).isEqualTo("{\"B\":2.5,\"a\":{},\"aa\":[true,\"x\"],\"b\":1,\"ä\":3}");
    }

    @Test
    void texts_are_escaped_only_where_they_must_be() {
        assertThat(CanonicalJson.write("\"\\/\b\f\n\r\t\u000f€ \u007f"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u000f€ \u007f\"");
    }

    @Test
    void nothing_is_null() {
        assertThat(CanonicalJson.write(null)).isEqualTo("null");
    }

    /** The check value of CRC-32, as every description of it gives it. */
    @Test
    void the_checksum_is_crc_32() {
        assertThat(CanonicalJson.checksum("123456789")).isEqualTo("cbf43926");
        assertThat(CanonicalJson.checksum("")).isEqualTo("00000000");
    }

    @Test
    void the_checksum_is_of_the_bytes_in_utf_8() {
        assertThat(CanonicalJson.checksum("{\"sàn\":1}")).isNotEqualTo(CanonicalJson.checksum("{\"s?n\":1}"));
    }
}
