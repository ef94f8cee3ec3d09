package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.hub.HubWorld.OPERATOR;
import static org.tickcast.testing.PlainJson.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.HubError;

class NotificationsTest {

    private final HubWorld world = new HubWorld();
    private final HubDesk desk = world.hub.desk();

    @Test
    void it_reaches_all_devices_of_one_user_and_nobody_else() {
        FakeClient phone = world.connect("ann");
        FakeClient laptop = world.connect("ann");
        FakeClient bob = world.connect("bob");
        phone.hears();

        desk.notify(OPERATOR, "ann", "Your order was filled");

        Map<String, @Nullable Object> heard = phone.hearsOne("notification");
        assertThat(heard)
                .containsEntry("message", "Your order was filled")
                .containsEntry("from", "root")
                .containsKeys("id", "timestamp");
        assertThat(laptop.hearsOne("notification")).isEqualTo(heard);
        assertThat(bob.hears()).isEmpty();
    }

    @Test
    void who_is_away_gets_it_when_he_comes_until_he_has_acknowledged_it() {
        desk.notify(OPERATOR, "ann", "one");
        desk.notify(OPERATOR, "ann", "two");

        FakeClient first = world.connect("ann");
        List<Map<String, @Nullable Object>> waiting = first.hears("notification");
        assertThat(waiting).extracting(frame -> frame.get("message")).containsExactly("one", "two");
        first.says("{'type':'notification_ack','payload':{'id':'" + text(waiting.get(0), "id") + "'}}");
        FakeClient second = world.connect("ann");

        assertThat(second.hears("notification")).containsExactly(waiting.get(1));
    }

    @Test
    void all_devices_are_told_that_it_was_acknowledged() {
        FakeClient phone = world.connect("ann");
        FakeClient laptop = world.connect("ann");
        desk.notify(OPERATOR, "ann", "one");
        String id = text(laptop.hearsOne("notification"), "id");
        phone.hears();

        laptop.says("{'type':'notification_ack','id':'" + id + "'}");

        assertThat(phone.hearsOne("notification_acked")).containsEntry("id", id);
        assertThat(laptop.hearsOne("notification_acked")).containsEntry("id", id);
        laptop.says("{'type':'notification_ack','id':'" + id + "'}");
        assertThat(laptop.hearsTypes()).containsExactly("notification_acked");
    }

    @Test
    void nobody_acknowledges_what_is_for_somebody_else() {
        desk.notify(OPERATOR, "ann", "one");
        FakeClient ann = world.connect("ann");
        String id = text(ann.hearsOne("notification"), "id");

        world.connect("bob").says("{'type':'notification_ack','id':'" + id + "'}");

        assertThat(world.connect("ann").hearsTypes()).containsExactly("notification");
    }

    @Test
    void only_operators_notify_and_broadcast_and_only_what_can_be_read() {
        HubUser ann = new HubUser("ann", Set.of());

        assertThat(desk.notify(ann, "bob", "hello")).isEqualTo(new HubAnswer.Refused<>(HubError.FORBIDDEN));
        assertThat(desk.broadcast(ann, "hello")).isEqualTo(new HubAnswer.Refused<>(HubError.FORBIDDEN));
        assertThat(desk.notify(OPERATOR, "bob", "a\u0000b")).isEqualTo(new HubAnswer.Refused<>(HubError.BAD_TEXT));
        assertThat(desk.broadcast(OPERATOR, "x".repeat(2_001)))
                .isEqualTo(new HubAnswer.Refused<>(HubError.TEXT_TOO_LONG));
        assertThat(desk.notify(OPERATOR, "", "hello")).isEqualTo(new HubAnswer.Refused<>(HubError.BAD_FIELD));
        assertThat(desk.notify(OPERATOR, "b\nb", "hello")).isEqualTo(new HubAnswer.Refused<>(HubError.BAD_FIELD));
    }

    @Test
    void a_broadcast_reaches_everybody_who_is_there() {
        FakeClient ann = world.connect("ann");
        FakeClient bob = world.connect("bob");

        desk.broadcast(OPERATOR, "We restart at six");

        assertThat(ann.hearsOne("broadcast")).containsEntry("message", "We restart at six");
        bob.hearsOne("broadcast");
        assertThat(world.connect("cleo").hears()).isEmpty();
    }

    @Test
    void of_what_one_user_has_not_acknowledged_the_oldest_goes_when_it_is_too_much() {
        Notifications kept = new Notifications(new NotificationLimits(2, 10, Duration.ofDays(7)));

        kept.keep(notification("n1", "ann", 0));
        kept.keep(notification("n2", "ann", 1));
        int dropped = kept.keep(notification("n3", "ann", 2));

        assertThat(dropped).isOne();
        assertThat(kept.of("ann")).extracting(Notification::id).containsExactly("n2", "n3");
        assertThat(kept.size()).isEqualTo(2);
    }

    @Test
    void of_what_all_have_not_acknowledged_too() {
        Notifications kept = new Notifications(new NotificationLimits(2, 3, Duration.ofDays(7)));

        kept.keep(notification("n1", "ann", 0));
        kept.keep(notification("n2", "bob", 1));
        kept.keep(notification("n3", "cleo", 2));
        kept.keep(notification("n4", "dan", 3));

        assertThat(kept.of("ann")).isEmpty();
        assertThat(kept.size()).isEqualTo(3);
    }

    @Test
    void what_nobody_has_acknowledged_for_a_week_is_forgotten() {
        Notifications kept = new Notifications(new NotificationLimits(2, 3, Duration.ofDays(7)));
        kept.keep(notification("n1", "ann", 0));
        kept.keep(notification("n2", "ann", 1));

        kept.forgetOld(HubWorld.START.plus(Duration.ofDays(7)));

        assertThat(kept.of("ann")).extracting(Notification::id).containsExactly("n2");
    }

    private static Notification notification(String id, String user, int seconds) {
        Instant at = HubWorld.START.plusSeconds(seconds);
        return new Notification(id, user, "root", "hello", at);
    }
}
