package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A range holds the addresses that begin as it does, of its own kind. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0",
        "10.0.0.0/8, 10.255.255.255",
        "10.0.0.0/8, ::ffff:10.1.2.3",
        "::ffff:10.0.0.0/104, 10.1.2.3",
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1/32, 192.0.2.1",
        "192.0.2.128/25, 192.0.2.129",
        "172.16.0.0/12, 172.31.255.255",
        "0.0.0.0/0, 255.255.255.255",
        "::/0, 2001:db8::1",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::/65, 2001:db8::7fff:0:0:1",
        "::1, 0:0:0:0:0:0:0:1",
        "::1/128, ::1",
        "fe80::/10, fe80::1%eth0",
    })
    void what_begins_as_it_does_is_in_it(String range, String address) {
        assertThat(AddressRange.of(range).contains(address(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 11.0.0.0",
        "10.0.0.0/8, 9.255.255.255",
        "10.0.0.0/8, ::10.0.0.0",
        "10.0.0.0/8, a00::",
        "192.0.2.1, 192.0.2.2",
        "192.0.2.128/25, 192.0.2.127",
        "172.16.0.0/12, 172.32.0.0",
        "0.0.0.0/0, ::1",
        "::/0, 192.0.2.1",
        "::/0, ::ffff:192.0.2.1",
        "::/96, 0.0.0.1",
        "2001:db8::/32, 2001:db9::",
        "2001:db8::/65, 2001:db8::8000:0:0:1",
        "::1, ::2",
    })
    void what_begins_otherwise_or_is_of_another_kind_is_not(String range, String address) {
        assertThat(AddressRange.of(range).contains(address(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "192.0.2.1, 192.0.2.1/32",
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "2001:DB8:0::/32, 2001:db8::/32",
        "::/0, ::/0",
        "0.0.0.0/0, 0.0.0.0/0",
    })
    void it_shows_itself_in_one_form(String text, String form) {
        assertThat(AddressRange.of(text)).hasToString(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "10.0.0.0/8 ",
                " 10.0.0.0/8",
                "10.0.0.0/255.0.0.0",
                "10/8",
                "10.0.0/8",
                "10.*",
                "10.0.0.1-10.0.0.9",
                "2001:db8::/129",
                "2001:db8::/9999999999",
                "fe80::1%eth0",
                "[::1]",
                "localhost",
                "proxy.example.com",
                "*",
                "all",
            })
    void what_is_no_range_is_refused_and_named(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(text))
                .withMessage("\"" + text + "\" is not an address or a range such as 10.0.0.0/8 or 2001:db8::/32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "192.0.2.1/31", "2001:db8::1/32", "::ffff:0:0/95"})
    void a_range_that_starts_in_its_middle_is_refused_and_named(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of(text))
                .withMessageStartingWith("\"" + text + "\" starts in the middle of a range");
    }

    @Property(tries = 2000)
    void an_address_is_in_each_range_that_is_cut_from_it(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int bits, @ForAll long other) {
        IpAddress address = new IpAddress(high, low);
        AddressRange range = AddressRange.of(address.prefix(bits) + "/" + bits);

        assertThat(range.contains(address)).isTrue();
        assertThat(range.contains(new IpAddress(other, low)))
                .isEqualTo(new IpAddress(other, low).prefix(bits).equals(address.prefix(bits)));
    }

    @Property
    void of_IPv4_too(@ForAll @IntRange(max = 32) int bits, @ForAll @IntRange int address) {
        IpAddress four = new IpAddress(0, 0xffffL << 32 | address & 0xffffffffL);

        AddressRange range = AddressRange.of(four.prefix(96 + bits) + "/" + bits);

        assertThat(range.contains(four)).isTrue();
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.read(text), text);
    }
}
