package org.tickcast.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBusTest {

    private static final int THREADS = 6;
    private static final int MESSAGES = 500;

    private final LocalBus bus = new LocalBus();
    private final List<String> heard = new ArrayList<>();

    @Test
    void every_listener_of_the_topic_hears_and_no_other() {
        bus.subscribe("hub", heard::add);
        bus.subscribe("hub", heard::add);
        bus.subscribe("other", heard::add);

        bus.publish("hub", "hello");

        assertThat(heard).containsExactly("hello", "hello");
    }

    @Test
    void who_has_closed_his_subscription_hears_nothing_more() {
        Bus.Subscription subscription = bus.subscribe("hub", heard::add);

        subscription.close();
        bus.publish("hub", "hello");

        assertThat(heard).isEmpty();
    }

    @Test
    void what_a_listener_answers_is_heard_after_everybody_has_heard_what_it_answers_to() {
        bus.subscribe("hub", message -> {
            heard.add("first " + message);
            if (message.equals("question")) {
                bus.publish("hub", "answer");
            }
        });
        bus.subscribe("hub", message -> heard.add("second " + message));

        bus.publish("hub", "question");

        assertThat(heard).containsExactly("first question", "second question", "first answer", "second answer");
    }

    @Test
    void all_listeners_hear_the_same_order_and_each_threads_own_whoever_else_speaks() throws Exception {
        List<String> others = new ArrayList<>();
        bus.subscribe("hub", heard::add);
        bus.subscribe("hub", others::add);

        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(
                        () -> IntStream.range(0, MESSAGES).forEach(n -> bus.publish("hub", thread + ":" + n))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        bus.publish("hub", "last");

        assertThat(heard).hasSize(THREADS * MESSAGES + 1).isEqualTo(others).endsWith("last");
        IntStream.range(0, THREADS)
                .forEach(thread -> assertThat(heard.stream().filter(message -> message.startsWith(thread + ":")))
                        .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                                .mapToObj(n -> thread + ":" + n)
                                .toList()));
    }

    @Test
    void a_node_is_called_by_something_that_can_stand_in_any_log() {
        assertThat(new NodeId("node-1.east_2")).hasToString("node-1.east_2");
        assertThatThrownBy(() -> new NodeId("a b")).hasMessageContaining("a b");
        assertThatThrownBy(() -> new NodeId("")).isInstanceOf(IllegalArgumentException.class);
    }
}
