package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client is counted by its address, or by its network where one has as many addresses as one likes. */
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:DB8:1:2:FFFF:FFFF:FFFF:FFFF, 2001:db8:1:2::/64",
        "2001:db8:1:3::, 2001:db8:1:3::/64",
        "::1, ::/64",
        "0:0:0:0:0:0:0:1, ::/64",
        "fe80::1%eth0, fe80::/64",
        "fe80::2%1, fe80::/64",
        "somewhere, somewhere",
    })
    void limits_count_by_this_key(String text, String key) {
        assertThat(new ClientAddress(text).limitKey()).isEqualTo(key);
    }

    @Test
    void its_text_is_what_it_was_made_of() {
        assertThat(new ClientAddress("2001:DB8::1").text()).isEqualTo("2001:DB8::1");
        assertThat(new ClientAddress("192.0.2.1")).hasToString("192.0.2.1");
    }

    @Test
    void nobody_comes_from_nowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddress(" \t"));
    }
}
