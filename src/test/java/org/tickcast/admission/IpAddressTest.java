package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is read from its digits, whichever way they are written, and a name is none. */
class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "fe80::1%eth0, fe80::1",
        "fe80::1%25, fe80::1",
        "fe80::1%1%2:x.y, fe80::1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:C000:0201, 192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1",
        "::192.0.2.1, ::c000:201",
    })
    void each_has_one_way_to_be_written(String text, String canonical) {
        assertThat(IpAddress.read(text)).hasToString(canonical);
        assertThat(IpAddress.read(canonical)).isEqualTo(IpAddress.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "unknown",
                "_hidden",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4.",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4\n",
                "256.0.0.1",
                "1.2.3.999",
                "01.2.3.4",
                "1.2.3.04",
                "0x7f.0.0.1",
                "-1.2.3.4",
                "1.2.3.4:80",
                "1.2.3.4%eth0",
                "\u0661.2.3.4",
                ":",
                ":::",
                "1:::2",
                "::1::",
                "1::2::3",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:",
                "12345::",
                "g::",
                "[::1]",
                "::1 ",
                "%eth0",
                "::ffff:1.2.3",
                "::ffff:1.2.3.256",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "--1::",
                "+1::",
            })
    void what_is_not_an_address_is_none(String text) {
        assertThat(IpAddress.read(text)).isNull();
    }

    @Test
    void a_text_too_long_is_not_looked_at() {
        assertThat(IpAddress.read("::1%" + "0".repeat(61))).isNull();
        assertThat(IpAddress.read("1:".repeat(100_000))).isNull();
    }

    @Test
    void a_prefix_keeps_the_bits_before_it() {
        IpAddress address = new IpAddress(-1, -1);

        assertThat(address.prefix(0)).hasToString("::");
        assertThat(address.prefix(1)).hasToString("8000::");
        assertThat(address.prefix(63)).hasToString("ffff:ffff:ffff:fffe::");
        assertThat(address.prefix(64)).hasToString("ffff:ffff:ffff:ffff::");
        assertThat(address.prefix(65)).hasToString("ffff:ffff:ffff:ffff:8000::");
        assertThat(address.prefix(128)).isEqualTo(address);
    }

    @Property
    void every_address_of_sixteen_bytes_is_read_as_Java_writes_it(@ForAll @Size(16) byte[] bytes)
            throws UnknownHostException {
        sameAs(InetAddress.getByAddress(bytes));
    }

    @Property
    void every_address_of_four_bytes_is_read_as_Java_writes_it(@ForAll @Size(4) byte[] bytes)
            throws UnknownHostException {
        sameAs(InetAddress.getByAddress(bytes));
    }

    @Property
    void an_address_with_many_zeros_is_read_as_Java_writes_it(@ForAll @Size(8) boolean[] groups)
            throws UnknownHostException {
        byte[] bytes = new byte[16];
        for (int i = 0; i < groups.length; i++) {
            bytes[2 * i + 1] = (byte) (groups[i] ? i + 1 : 0);
        }
        sameAs(InetAddress.getByAddress(bytes));
    }

    /** Java reads literals too, and where there is a colon it asks no name server. */
    private static void sameAs(InetAddress expected) throws UnknownHostException {
        IpAddress read = Objects.requireNonNull(IpAddress.read(expected.getHostAddress()));

        assertThat(InetAddress.getByName(read.toString())).isEqualTo(expected);
        assertThat(IpAddress.read(read.toString())).isEqualTo(read);
    }

    @Property
    void whatever_looks_like_an_address_is_one_for_Java_too_or_none(
            @ForAll @Chars({'0', '1', '2', '9', ':', '.'}) @StringLength(max = 24) String text)
            throws UnknownHostException {
        IpAddress read = IpAddress.read(text);

        if (read != null) {
            assertThat(Arrays.asList(InetAddress.getAllByName(text)))
                    .containsExactly(InetAddress.getByName(read.toString()));
        }
    }
}
