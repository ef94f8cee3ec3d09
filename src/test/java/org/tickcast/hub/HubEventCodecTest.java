package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickcast.hub.HubEvent.Announced;
import org.tickcast.hub.HubEvent.Answered;
import org.tickcast.hub.HubEvent.Counted;
import org.tickcast.hub.HubEvent.DevicesChanged;
import org.tickcast.hub.HubEvent.MemberAppointed;
import org.tickcast.hub.HubEvent.MemberJoined;
import org.tickcast.hub.HubEvent.MemberLeft;
import org.tickcast.hub.HubEvent.NodeAlive;
import org.tickcast.hub.HubEvent.NodeAsked;
import org.tickcast.hub.HubEvent.NodeGone;
import org.tickcast.hub.HubEvent.NotificationAcknowledged;
import org.tickcast.hub.HubEvent.Notified;
import org.tickcast.hub.HubEvent.Origin;
import org.tickcast.hub.HubEvent.Parting;
import org.tickcast.hub.HubEvent.Remembered;
import org.tickcast.hub.HubEvent.RoomDeleted;
import org.tickcast.hub.HubEvent.RoomMade;
import org.tickcast.hub.HubEvent.Said;
import org.tickcast.hub.HubEvent.Typed;

class HubEventCodecTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:30:00.123456789Z");
    private static final Origin ORIGIN = new Origin("n1", 17, "chat", "m1");

    private static final List<HubEvent> EVENTS = List.of(
            new RoomMade(new RoomSpec("floor", "The \"floor\" – sàn", RoomAccess.PUBLIC), "ann", "k3"),
            new RoomMade(new RoomSpec("desk", "The desk", RoomAccess.PRIVATE), null, "k4"),
            new RoomDeleted("floor"),
            new MemberJoined("floor", "ann", RoomRole.MODERATOR, "k3-7", ORIGIN),
            new MemberJoined("floor", "ann", RoomRole.MEMBER, null, null),
            new MemberLeft("floor", "ann", Parting.REMOVED, new Origin("n2", 1, "leave_room", null)),
            new MemberAppointed("floor", "ann", RoomRole.OWNER),
            new Said("chat", "floor", "ann", "two\nlines, a \\ and a 😀", true, ORIGIN, AT),
            new Typed("floor", "ann", false),
            new Notified(new Notification("n1", "ann", "root", "hello", AT)),
            new NotificationAcknowledged("ann", "n1"),
            new Announced("b1", "root", "hello", AT),
            new DevicesChanged("n1", "ann", 3, 17),
            new NodeAlive("n1"),
            new NodeGone("n1"),
            new Counted("floor", 7),
            new Remembered("floor", 7, "chat", "ann", "hello", null, AT),
            new Answered("ann", "m1", "abc", "k3", 7, AT, AT),
            new NodeAsked("n1"));

    @TestFactory
    Stream<DynamicTest> what_is_written_is_read_as_the_same() {
        return EVENTS.stream()
                .map(event -> DynamicTest.dynamicTest(
                        event.toString(),
                        () -> assertThat(HubEventCodec.read(HubEventCodec.write(event)))
                                .isEqualTo(event)));
    }

    @Test
    void every_kind_of_event_is_tried_above() {
        assertThat(EVENTS.stream().map(HubEvent::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HubEvent.class.getPermittedSubclasses())
                        .<Class<? extends HubEvent>>map(kind -> kind.asSubclass(HubEvent.class))
                        .toList());
    }

    @Test
    void what_may_be_missing_is_marked_for_the_compiler_and_for_servers_alike() {
        assertThat(Stream.concat(Arrays.stream(HubEvent.class.getPermittedSubclasses()), Stream.of(Origin.class))
                        .flatMap(kind -> Arrays.stream(kind.getRecordComponents())))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.isAnnotationPresent(MayBeMissing.class))
                        .isEqualTo(component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
    }

    @TestFactory
    Stream<DynamicTest> what_was_never_an_event_is_refused() {
        return Stream.of(
                        "[]",
                        "hello",
                        "{}",
                        "{\"event\":\"Nothing\"}",
                        "{\"event\":\"RoomDeleted\"}",
                        "{\"event\":\"RoomDeleted\",\"room\":null}",
                        "{\"event\":\"RoomDeleted\",\"room\":7}",
                        "{\"event\":\"RoomDeleted\",\"room\":{}}",
                        "{\"event\":\"Typed\",\"room\":\"r\",\"user\":\"u\",\"typing\":\"yes\"}",
                        "{\"event\":\"MemberAppointed\",\"room\":\"r\",\"user\":\"u\",\"role\":\"KING\"}",
                        "{\"event\":\"DevicesChanged\",\"node\":\"n\",\"user\":\"u\",\"count\":99999999999,\"opened\":1}",
                        "{\"event\":\"RoomMade\",\"epoch\":\"e\",\"owner\":null,"
                                + "\"room\":{\"id\":\"no room\",\"name\":\"x\",\"access\":\"PUBLIC\"}}",
                        "{\"event\":\"Announced\",\"id\":\"i\",\"from\":\"f\",\"text\":\"t\",\"at\":\"yesterday\"}")
                .map(text -> DynamicTest.dynamicTest(
                        text,
                        () -> assertThatThrownBy(() -> HubEventCodec.read(text))
                                .isInstanceOf(HubEventCodec.NotAnEvent.class)));
    }

    @Property
    void any_text_of_any_user_comes_through(@ForAll String text) throws Exception {
        // Halves of characters never come so far: clients' texts are checked, and so are those of operators.
        String whole = text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        HubEvent said = new Said("chat", "floor", whole, whole, false, null, AT);

        assertThat(HubEventCodec.read(HubEventCodec.write(said))).isEqualTo(said);
    }
}
