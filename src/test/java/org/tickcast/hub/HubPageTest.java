package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.HubError;

/** docs/hub.md says what the hub does. */
class HubPageTest {

    private static final Pattern ERROR_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ");

    @Test
    void it_explains_each_error_and_no_other() throws IOException {
        String errors = section("## Errors");
        Set<String> explained = new TreeSet<>();
        ERROR_ROW.matcher(errors).results().forEach(row -> explained.add(row.group(1)));

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(HubError.values()).map(HubError::id).toList());
    }

    @Test
    void it_names_each_type_that_the_server_says() throws IOException {
        Set<String> types = everythingTheHubSays();

        assertThat(types).hasSizeGreaterThan(20);
        String page = page();
        assertThat(types).allSatisfy(type -> assertThat(page).contains('`' + type + '`'));
    }

    @Test
    void the_policy_it_shows_is_the_one_that_is_tried() throws IOException {
        String tried = Files.readString(Path.of("src/test/java/org/tickcast/testing/server/NewsRooms.java"));
        String shown = tried.substring(tried.indexOf("@Alternative"))
                .lines()
                .map(line -> line.isEmpty() ? line : "    " + line)
                .collect(Collectors.joining("\n"));

        assertThat(section("## Errors")).contains(shown);
    }

    private static Set<String> everythingTheHubSays() {
        HubWorld world = new HubWorld();
        HubDesk desk = world.hub.desk();
        FakeClient ann = world.inRoom("ann", "floor");
        FakeClient bob = world.connect("bob");
        bob.joins("floor");
        world.passSeconds(2);
        for (String type : List.of("ping", "history", "rooms", "members", "presence", "dance")) {
            ann.says("{'type':'" + type + "','room_id':'floor'}");
        }
        bob.says("{'type':'typing','room_id':'floor'}");
        world.passSeconds(1);
        bob.chats("floor", "hello", "m1").says("{'type':'room_message','room_id':'floor','message':'hi'}");
        ann.chats("floor", "hello", "m1");
        bob.leavesTheNet();
        world.passSeconds(7);
        world.connect("ann");
        world.connect("bob");
        world.passSeconds(2);
        world.connect("cleo").joins("floor");
        world.connect("dan").joins("floor");
        desk.notify(HubWorld.OPERATOR, "ann", "hello");
        ann.says("{'type':'notification_ack','id':'x'}");
        desk.broadcast(HubWorld.OPERATOR, "hello");
        desk.setMember(HubWorld.OPERATOR, "floor", "ann", RoomRole.MODERATOR);
        world.passSeconds(2);
        desk.removeMember(HubWorld.OPERATOR, "floor", "bob");
        world.pass(Duration.ofSeconds(2));
        ann.leaves("floor").joins("floor");
        desk.removeMember(HubWorld.OPERATOR, "floor", "ann");
        ann.joins("floor");
        desk.deleteRoom(HubWorld.OPERATOR, "floor");
        return new TreeSet<>(ann.hearsTypes());
    }

    private static String section(String title) throws IOException {
        String page = page();
        int start = page.indexOf(title);
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/hub.md"));
    }
}
