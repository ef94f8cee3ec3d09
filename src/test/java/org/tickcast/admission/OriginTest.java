package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An origin is a scheme, a host and a port in one form, and anything else is not an origin. */
class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://good.com, https, good.com, 443, https://good.com",
        "https://good.com:443, https, good.com, 443, https://good.com",
        "http://good.com, http, good.com, 80, http://good.com",
        "http://good.com:80, http, good.com, 80, http://good.com",
        "http://good.com:443, http, good.com, 443, http://good.com:443",
        "https://good.com:80, https, good.com, 80, https://good.com:80",
        "HTTPS://GOOD.Com:8443, https, good.com, 8443, https://good.com:8443",
        "https://good.com., https, good.com., 443, https://good.com.",
        "http://localhost:3000, http, localhost, 3000, http://localhost:3000",
        "http://my_machine:1, http, my_machine, 1, http://my_machine:1",
        "http://a-b.c:65535, http, a-b.c, 65535, http://a-b.c:65535",
        "http://127.0.0.1:8080, http, 127.0.0.1, 8080, http://127.0.0.1:8080",
        "http://[::1]:8080, http, [::1], 8080, http://[::1]:8080",
        "https://[2001:DB8:0:0::1], https, [2001:db8::1], 443, https://[2001:db8::1]",
        "https://bücher.example, https, xn--bcher-kva.example, 443, https://xn--bcher-kva.example",
        "https://BÜCHER.example, https, xn--bcher-kva.example, 443, https://xn--bcher-kva.example",
        "https://XN--bcher-kva.example, https, xn--bcher-kva.example, 443, https://xn--bcher-kva.example",
        "https://chứngkhoán.vn, https, xn--chngkhon-fza8897e.vn, 443, https://xn--chngkhon-fza8897e.vn",
    })
    void it_has_one_form(String text, String scheme, String host, int port, String form) {
        Origin origin = Origin.readAnyLetters(text);

        assertThat(origin).isEqualTo(new Origin(scheme, host, port)).hasToString(form);
        assertThat(Origin.read(form)).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "*",
                "good.com",
                "//good.com",
                "https:good.com",
                "https:/good.com",
                "https://",
                "https:///",
                "https://good.com/",
                "https://good.com/path",
                "https://good.com?query",
                "https://good.com#part",
                "https://good.com\\",
                "https://good.com\\@evil.com",
                "https://good.com@evil.com",
                "https://user:secret@good.com",
                "https://@good.com",
                "https:// good.com",
                " https://good.com",
                "https://good.com ",
                "https://good.com https://evil.com",
                "https://good.com,https://evil.com",
                "https://good.com\n",
                "https://good.com\r\nX: y",
                "https://good\u0000.com",
                "https://good.com\u007f",
                "https://good.com:",
                "https://good.com:0",
                "https://good.com:080",
                "https://good.com:65536",
                "https://good.com:99999999999",
                "https://good.com:-1",
                "https://good.com:+80",
                "https://good.com:80:80",
                "https://good.com:http",
                "https://good.com:*",
                "https://good.com:\u0668\u0660",
                "https://*.good.com",
                "https://.good.com",
                "https://good..com",
                "https://good.com..",
                "https://-good.com",
                "https://good-.com",
                "https://good%2ecom",
                "https://1.2.3",
                "https://1.2.3.4.5",
                "https://256.1.1.1",
                "https://1.2.3.4.",
                "https://01.2.3.4",
                "https://::1",
                "https://[::1",
                "https://::1]",
                "https://[::1]x",
                "https://[]",
                "https://[1.2.3.4]",
                "https://[::ffff:1.2.3.4]",
                "https://[fe80::1%eth0]",
                "https://[good.com]",
                "https://[::1]:0",
                "ftp://good.com",
                "ws://good.com",
                "wss://good.com",
                "file://",
                "javascript://good.com",
                "chrome-extension://abcdefgh",
                "httpss://good.com",
                "ahttps://good.com",
                "https://https://good.com",
                "https://stra\u00dfe.example",
                "https://a\u200db.example",
                "https://a\u2100b.example",
                "https://good.com\uff0fevil.com",
                "https://good.com\u3000",
            })
    void what_is_more_or_less_than_an_origin_is_none(String text) {
        assertThat(Origin.readAnyLetters(text)).isNull();
        assertThat(Origin.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://b\u00fccher.example",
                "https://good\u3002com",
                "https://good\uff0ecom",
                "https://\uff47ood.com",
                "https://\u0433ood.com",
            })
    void other_letters_than_ASCII_do_not_come_from_a_browser(String text) {
        assertThat(Origin.readAnyLetters(text)).isNotNull();
        assertThat(Origin.read(text)).isNull();
    }

    @Test
    void a_text_too_long_is_not_looked_at() {
        String longest = "https://" + "a".repeat(63) + ("." + "b".repeat(63)).repeat(2) + ".com";

        assertThat(Origin.read(longest)).isNotNull();
        assertThat(Origin.read("https://" + "a".repeat(64) + ".com")).isNull();
        assertThat(Origin.read("https://" + "a.".repeat(130) + "com")).isNull();
        assertThat(Origin.read("https://" + "a.".repeat(1_000_000) + "com")).isNull();
        assertThat(Origin.readAnyLetters("https://" + "a.".repeat(1_000_000) + "com"))
                .isNull();
    }

    @Test
    void one_in_another_form_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("HTTPS", "good.com", 443));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("wss", "good.com", 443));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "GOOD.com", 443));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "good.com", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "good.com", 65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "", 443));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "good.com:80", 443));
        assertThatIllegalArgumentException().isThrownBy(() -> new Origin("https", "*.good.com", 443));
    }

    @Property
    void no_text_whatsoever_makes_reading_fail(@ForAll String text) {
        assertThatCode(() -> Origin.read("https://" + text)).doesNotThrowAnyException();
        assertThatCode(() -> Origin.readAnyLetters("https://" + text)).doesNotThrowAnyException();
    }
}
