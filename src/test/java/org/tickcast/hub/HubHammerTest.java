package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many threads at once: nothing is lost, nothing comes twice, and all see one order. */
class HubHammerTest {

    private static final int WRITERS = 8;
    private static final int MESSAGES = 300;

    private final HubWorld world = new HubWorld();

    @Test
    void all_members_hear_the_same_order_and_every_message_has_one_acknowledgement() throws Exception {
        List<FakeClient> writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> world.inRoom("user" + n, "floor"))
                .toList();
        FakeClient listener = world.inRoom("listener", "floor");
        writers.forEach(FakeClient::hears);

        together(IntStream.range(0, WRITERS)
                .<Runnable>mapToObj(n -> () ->
                        IntStream.range(0, MESSAGES).forEach(i -> writers.get(n).chats("floor", n + ":" + i, "m" + i)))
                .toList());

        List<String> heard = ids(listener);
        assertThat(heard).hasSize(WRITERS * MESSAGES).doesNotHaveDuplicates();
        for (FakeClient writer : writers) {
            List<Map<String, @Nullable Object>> all = writer.hears();
            assertThat(idsOf(all, "chat")).isEqualTo(heard);
            assertThat(idsOf(all, "ack")).hasSize(MESSAGES);
        }
    }

    @Test
    void one_message_sent_by_many_devices_at_once_is_said_once() throws Exception {
        FakeClient listener = world.inRoom("listener", "floor");
        world.inRoom("ann", "floor");
        List<FakeClient> devices =
                IntStream.range(0, WRITERS).mapToObj(n -> world.connect("ann")).toList();
        listener.hears();

        together(devices.stream()
                .<Runnable>map(device -> () -> device.chats("floor", "the same", "m1"))
                .toList());

        String id = ids(listener).get(0);
        assertThat(devices)
                .allSatisfy(device -> assertThat(device.hears("ack", "error"))
                        .singleElement()
                        .satisfies(ack -> assertThat(ack).containsEntry("id", id)));
        assertThat(listener.hears()).isEmpty();
    }

    @Test
    void whoever_comes_and_goes_while_others_talk_and_time_goes_by_nobody_is_left_behind_as_a_ghost() throws Exception {
        FakeClient listener = world.inRoom("listener", "floor");
        AtomicBoolean over = new AtomicBoolean();
        Thread ticking = new Thread(() -> {
            while (!over.get()) {
                world.hub.tick();
                Thread.onSpinWait();
            }
        });
        ticking.start();

        together(IntStream.range(0, WRITERS)
                .<Runnable>mapToObj(n -> () -> IntStream.range(0, 200).forEach(i -> {
                    FakeClient client = world.connect("user" + n).joins("floor");
                    client.chats("floor", "hello").leavesTheNet();
                }))
                .toList());
        over.set(true);
        ticking.join();
        world.passSeconds(10);
        listener.hears();

        listener.says("{'type':'presence','room_id':'floor'}");
        assertThat(PresenceTest.state(listener.hearsOne("presence_state")).users())
                .containsExactly("listener");
    }

    @Test
    void of_many_who_want_the_last_place_one_gets_it() throws Exception {
        HubWorld small = new HubWorld(RoomsTest.withRooms(new RoomLimits(10, 1, 10, Duration.ofMinutes(10), 100)));
        List<FakeClient> all = IntStream.range(0, WRITERS)
                .mapToObj(n -> small.connect("user" + n))
                .toList();

        together(all.stream().<Runnable>map(one -> () -> one.joins("floor")).toList());

        List<String> answers = new ArrayList<>();
        all.forEach(one -> answers.addAll(one.hearsTypes()));
        assertThat(answers).hasSize(WRITERS).containsOnlyOnce("room_joined").contains("error");
    }

    private static void together(List<Runnable> work) throws InterruptedException {
        List<Thread> threads = work.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static List<String> ids(FakeClient client) {
        return idsOf(client.hears(), "chat");
    }

    private static List<String> idsOf(List<Map<String, @Nullable Object>> frames, String type) {
        List<String> ids = new ArrayList<>();
        for (Map<String, @Nullable Object> frame : frames) {
            if (type.equals(frame.get("type"))) {
                ids.add(text(frame, "id"));
            }
        }
        return ids;
    }
}
