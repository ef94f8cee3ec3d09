package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.HubLimits;
import org.tickcast.hub.NameLimits;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomRole;
import org.tickcast.hub.RoomSpec;
import org.tickcast.hub.socket.WaitingLimits;
import org.tickcast.testing.MapConfig;

/** The rooms that are there from the start, and the limits of all. */
class HubSettingsTest {

    private final Map<String, String> values = ShippedSettings.defaults();

    @ParameterizedTest
    @CsvSource({"tickcast.hub.room-id-length, 4", "tickcast.hub.room-name-length, 8"})
    void a_room_of_a_longer_name_than_is_allowed_stops_the_start(String property, String most) {
        values.put("tickcast.hub.rooms", "floor");
        values.put("tickcast.hub.rooms.floor.name", "The floor");
        values.put(property, most);

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining(property + ", " + most)
                .withMessageContaining("floor");
    }

    @Test
    void a_room_needs_no_more_than_a_name() {
        values.put("tickcast.hub.rooms", "floor");

        assertThat(read().rooms())
                .containsExactly(new HubSettings.Room(new RoomSpec("floor", "floor", RoomAccess.PUBLIC), Map.of()));
    }

    @Test
    void and_may_say_who_is_in_it_and_as_what() {
        values.put("tickcast.hub.rooms", "floor, vip");
        values.put("tickcast.hub.rooms.vip.name", "The big ones");
        values.put("tickcast.hub.rooms.vip.private", "true");
        values.put("tickcast.hub.rooms.vip.owner", "ann");
        values.put("tickcast.hub.rooms.vip.moderators", "bob@example.com");
        values.put("tickcast.hub.rooms.vip.members", "ann,bob@example.com,cleo");

        assertThat(read().rooms().get(1))
                .isEqualTo(new HubSettings.Room(
                        new RoomSpec("vip", "The big ones", RoomAccess.PRIVATE),
                        Map.of("ann", RoomRole.OWNER, "bob@example.com", RoomRole.MODERATOR, "cleo", RoomRole.MEMBER)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tickcast.hub.rooms.floor.private | perhaps | one of false, true",
                "tickcast.hub.rooms.floor.name    | a\u0001b | 1 to 200 characters, no control characters",
                "tickcast.hub.rooms.floor.members | a\u0001b | users with commas between them",
                "tickcast.hub.members-per-room    | 1       | whole",
            })
    void a_room_that_cannot_be_is_no_start(String property, String value, String mayBe) {
        values.put("tickcast.hub.rooms", "floor");
        values.put("tickcast.hub.rooms.floor.moderators", "ann,bob");
        values.put(property, value);
        boolean tooFew = property.equals("tickcast.hub.members-per-room");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining(
                        tooFew
                                ? "tickcast.hub.rooms.floor.members must be at most tickcast.hub.members-per-room, 1"
                                : property + " must be " + mayBe);
    }

    @Test
    void rooms_beyond_the_limits_are_no_start_either() {
        values.put("tickcast.hub.rooms", "floor,desk");
        values.put("tickcast.hub.rooms.floor.members", "ann");
        values.put("tickcast.hub.rooms.desk.members", "ann");
        values.put("tickcast.hub.max-rooms", "1");
        values.put("tickcast.hub.rooms-per-user", "1");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.hub.rooms must be at most tickcast.hub.max-rooms, 1")
                .withMessageContaining("at most tickcast.hub.rooms-per-user, 1, that have the same user, was")
                .withMessageContaining("2 with ann");
    }

    @Test
    void each_limit_arrives_where_it_is_meant() {
        values.putAll(Map.of(
                "tickcast.hub.max-rooms", "11",
                "tickcast.hub.members-per-room", "12",
                "tickcast.hub.rooms-per-user", "13",
                "tickcast.hub.text-length", "14",
                "tickcast.hub.history-messages", "15",
                "tickcast.hub.history-age", "PT16S",
                "tickcast.hub.grace", "PT17S",
                "tickcast.hub.absence", "PT18S"));
        values.putAll(Map.of(
                "tickcast.hub.notifications-per-user", "19",
                "tickcast.hub.notification-age", "PT20S",
                "tickcast.hub.waiting-frames", "21",
                "tickcast.hub.room-id-length", "22",
                "tickcast.hub.room-name-length", "23",
                "tickcast.hub.waiting-characters", "220000"));

        HubLimits limits = read().limits();
        assertThat(List.of(
                        limits.rooms().rooms(),
                        limits.rooms().members(),
                        limits.rooms().roomsPerUser(),
                        limits.messages().textCodePoints(),
                        limits.history().messages(),
                        limits.notifications().perUser()))
                .containsExactly(11, 12, 13, 14, 15, 19);
        assertThat(List.of(
                        limits.history().age(),
                        limits.presence().grace(),
                        limits.rooms().absence(),
                        limits.notifications().age()))
                .containsExactly(
                        Duration.ofSeconds(16), Duration.ofSeconds(17), Duration.ofSeconds(18), Duration.ofSeconds(20));
        assertThat(limits.names()).isEqualTo(new NameLimits(22, 23));
        assertThat(read().waiting()).isEqualTo(new WaitingLimits(21, 220_000));
    }

    @Test
    void servers_with_one_secret_call_the_same_guest_the_same_and_who_does_not_know_it_does_not() {
        assertThat(read().guests()).isNull();

        values.put("tickcast.hub.guest-secret", "the-secret-that-all-servers-know");
        String name = guest();
        assertThat(guest()).isEqualTo(name).startsWith("guest:");

        values.put("tickcast.hub.guest-secret", "another-secret-that-all-servers-know");
        assertThat(guest()).isNotEqualTo(name);
    }

    @Test
    void a_short_secret_is_no_start_and_is_not_repeated() {
        values.put("tickcast.hub.guest-secret", "s3cret");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.hub.guest-secret must be 32 to ")
                .satisfies(bad -> assertThat(bad.getMessage()).doesNotContain("s3cret"));
    }

    private String guest() {
        GuestNames guests = Objects.requireNonNull(read().guests());
        return guests.nameOf(new ClientAddress("192.0.2.1"));
    }

    private HubSettings read() {
        return GatewaySettings.read(new MapConfig(values)).hub();
    }
}
