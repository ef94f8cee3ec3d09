package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody sets the machine's clock back by an hour, and people in rooms notice nothing. */
class ClockSetBackTest {

    private static final Duration AN_HOUR_BACK = Duration.ofHours(-1);
    private static final String TYPING = "{'type':'typing','payload':{'room_id':'floor','is_typing':true}}";

    private final HubWorld world = new HubWorld();
    private final FakeClient ann = world.inRoom("ann", "floor");
    private final FakeClient bob = world.inRoom("bob", "floor");

    @Test
    void who_comes_is_told_within_a_second() {
        ann.hears();
        world.clock.advance(AN_HOUR_BACK);

        world.connect("cleo").joins("floor");
        world.passSeconds(1);

        assertThat(ann.hearsOne("user_joined")).containsEntry("user_id", "cleo");
    }

    @Test
    void who_has_gone_is_offline_as_soon_as_ever() {
        ann.hears();
        bob.leavesTheNet();
        world.clock.advance(AN_HOUR_BACK);

        world.passSeconds(6);

        assertThat(ann.hearsOne("user_offline")).containsEntry("user_id", "bob");
    }

    @Test
    void nobody_types_for_an_hour() {
        bob.says(TYPING);
        world.passSeconds(1);
        ann.hears();
        world.clock.advance(AN_HOUR_BACK);

        world.passSeconds(7);

        assertThat(ann.hearsOne("typing")).containsEntry("user_id", "bob").containsEntry("is_typing", false);
    }

    @Test
    void the_other_nodes_go_on_hearing_that_this_one_lives() {
        List<String> signs = new ArrayList<>();
        world.bus.subscribe(Hub.TOPIC, signs::add);
        world.clock.advance(AN_HOUR_BACK);

        world.pass(world.limits.presence().lease());

        assertThat(signs).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_node_that_has_died_keeps_nobody_online() {
        Hub other = world.anotherNode("n2");
        world.hub.desk().createRoom(HubWorld.OPERATOR, new RoomSpec("shared", "Shared", RoomAccess.PUBLIC));
        ann.joins("shared");
        world.connect(other, "cleo").joins("shared");
        world.passSeconds(3);
        ann.hears();
        world.nodes.remove(other);
        world.clock.advance(AN_HOUR_BACK);

        world.pass(world.limits.presence().lease().plusSeconds(6));

        assertThat(ann.hearsOne("user_offline")).containsEntry("user_id", "cleo");
    }

    @Test
    void what_is_said_shows_the_time_that_the_clock_shows() {
        ann.hears();
        world.clock.advance(AN_HOUR_BACK);

        bob.chats("floor", "an hour ago");

        assertThat(ann.hearsOne("chat"))
                .containsEntry("timestamp", (double) world.clock.instant().getEpochSecond());
    }
}
