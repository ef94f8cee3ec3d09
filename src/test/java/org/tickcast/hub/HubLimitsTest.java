package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Grants;
import org.tickcast.admission.TokenKind;
import org.tickcast.wire.HubMessageLimits;

class HubLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void the_defaults_are_those_that_the_protocol_names() {
        HubLimits usual = HubLimits.DEFAULTS;

        assertThat(usual.messages()).isEqualTo(new HubMessageLimits(16_384, 8, 32, 64, 2_000));
        assertThat(usual.names()).isEqualTo(new NameLimits(64, 200));
        assertThat(usual.rooms()).isEqualTo(new RoomLimits(1_000, 10_000, 50, Duration.ofMinutes(10), 500));
        assertThat(usual.history())
                .isEqualTo(
                        new HistoryLimits(100, Duration.ofHours(24), 50, 65_536, Duration.ofMinutes(5), 500, 200_000));
        assertThat(usual.typing()).isEqualTo(new TypingLimits(Duration.ofSeconds(5), SECOND, 8, 200));
        assertThat(usual.notifications()).isEqualTo(new NotificationLimits(50, 50_000, Duration.ofDays(7)));
        assertThat(usual.presence())
                .isEqualTo(new PresenceLimits(SECOND, 100, 500, Duration.ofSeconds(5), Duration.ofSeconds(3)));
        assertThat(usual.nonsense()).isEqualTo(10);
    }

    @Test
    void a_limit_that_cannot_be_is_named() {
        assertRefused(() -> new RoomLimits(0, 1, 1, SECOND, 1), "rooms must be at least 1, was 0");
        assertRefused(() -> new RoomLimits(1, 0, 1, SECOND, 1), "members must be at least 1, was 0");
        assertRefused(() -> new RoomLimits(1, 1, 0, SECOND, 1), "roomsPerUser must be at least 1, was 0");
        assertRefused(() -> new RoomLimits(1, 1, 1, SECOND.negated(), 1), "absence must not be negative, was PT-1S");
        assertRefused(() -> new NameLimits(0, 1), "roomId must be at least 1, was 0");
        assertRefused(() -> new NameLimits(1, 0), "roomName must be at least 1, was 0");
        assertRefused(
                () -> new HistoryLimits(1, Duration.ZERO, 1, 1, SECOND, 1, 1),
                "age must be more than nothing, was PT0S");
        assertRefused(() -> new HistoryLimits(1, SECOND, 1, 1, SECOND, 1, 0), "ids must be at least 1, was 0");
        assertRefused(() -> new TypingLimits(SECOND, SECOND, 0, 1), "typists must be at least 1, was 0");
        assertRefused(() -> new NotificationLimits(1, 0, SECOND), "all must be at least 1, was 0");
        assertRefused(
                () -> new PresenceLimits(Duration.ZERO, 1, 1, SECOND, SECOND),
                "interval must be more than nothing, was PT0S");
    }

    @Test
    void a_room_has_an_id_that_can_stand_in_an_address_and_a_name_that_people_read() {
        assertThat(RoomSpec.isValid("vn30.talk_1", "Nói về VN30")).isTrue();
        assertThat(RoomSpec.isValid("r".repeat(64), "n".repeat(200))).isTrue();
        assertThat(RoomSpec.isValid("r".repeat(65), "Name")).isFalse();
        assertThat(RoomSpec.isValid("a/b", "Name")).isFalse();
        assertThat(RoomSpec.isValid("../x", "Name")).isFalse();
        assertThat(RoomSpec.isValid("room", "n".repeat(201))).isFalse();
        assertThat(RoomSpec.isValid("room", "two\nlines")).isFalse();
        assertThat(RoomSpec.isValid("room", "")).isFalse();
        assertRefused(
                () -> new RoomSpec("room", " ", RoomAccess.PUBLIC),
                "The name of room room has 1 to 200 characters, none of which are control characters or halves");
    }

    @Test
    void who_is_known_by_address_only_has_a_name_that_does_not_tell_it() {
        GuestNames names = new GuestNames("a secret of the server".getBytes(StandardCharsets.UTF_8));
        GuestNames others = new GuestNames("another one of another".getBytes(StandardCharsets.UTF_8));
        ClientAddress address = new ClientAddress("192.0.2.1");
        ClientIdentity guest = new ClientIdentity(address.limitKey(), address, null);

        HubUser user = HubUser.of(guest, names);

        assertThat(user.id()).matches("guest:[0-9a-f]{12}").isEqualTo(names.nameOf(address));
        assertThat(others.nameOf(address)).isNotEqualTo(user.id());
        assertThat(names.nameOf(new ClientAddress("192.0.2.2"))).isNotEqualTo(user.id());
        assertThat(user.roles()).isEmpty();
        assertThatThrownBy(() -> new GuestNames(new byte[15])).hasMessageContaining("16");
    }

    @Test
    void a_user_is_nobodys_namesake() {
        assertThatThrownBy(() -> new HubUser("", Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(named("ann")).isEqualTo("ann");
        assertThat(named("guest:0123456789ab")).isEqualTo("user:guest:0123456789ab");
        assertThat(named("outside:bob")).isEqualTo("user:outside:bob");
        assertThat(named("user:guest:0123456789ab")).isEqualTo("user:user:guest:0123456789ab");
    }

    private static String named(String subject) {
        Claims claims = new Claims(TokenKind.JWT, subject, Grants.PLAIN, null, null, null);
        ClientIdentity who = claims.bearerAt(new ClientAddress("192.0.2.1"));
        return HubUser.of(who, new GuestNames(new byte[16])).id();
    }

    private static void assertRefused(ThrowingCallable making, String words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(words);
    }
}
