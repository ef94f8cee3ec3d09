package org.tickcast.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every bus promises, whichever way it takes. */
public abstract class BusContract {

    private static final int THREADS = 6;
    private static final int MESSAGES = 500;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** One that no other test knows. */
    protected abstract Bus bus();

    @Test
    void every_listener_of_the_topic_hears_and_no_other() throws Exception {
        bus().subscribe("hub", heard::add);
        bus().subscribe("hub", heard::add);
        bus().subscribe("other", heard::add);

        bus().publish("hub", "hello");
        bus().publish("hub", "last");

        assertThat(next(4)).containsExactly("hello", "hello", "last", "last");
        assertThat(heard).isEmpty();
    }

    @Test
    void who_has_closed_his_subscription_hears_nothing_more() throws Exception {
        Bus.Subscription subscription = bus().subscribe("hub", message -> heard.add("closed " + message));
        bus().subscribe("hub", heard::add);

        subscription.close();
        bus().publish("hub", "hello");
        bus().publish("hub", "last");

        assertThat(next(2)).containsExactly("hello", "last");
    }

    @Test
    void what_a_listener_answers_is_heard_after_everybody_has_heard_what_it_answers_to() throws Exception {
        bus().subscribe("hub", message -> {
            heard.add("first " + message);
            if (message.equals("question")) {
                bus().publish("hub", "answer");
            }
        });
        bus().subscribe("hub", message -> heard.add("second " + message));

        bus().publish("hub", "question");

        assertThat(next(4)).containsExactly("first question", "second question", "first answer", "second answer");
    }

    @Test
    void all_listeners_hear_the_same_order_and_each_threads_own_whoever_else_speaks() throws Exception {
        BlockingQueue<String> others = new LinkedBlockingQueue<>();
        bus().subscribe("hub", others::add);
        bus().subscribe("hub", heard::add);

        List<Thread> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> new Thread(
                        () -> IntStream.range(0, MESSAGES).forEach(n -> bus().publish("hub", thread + ":" + n))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        bus().publish("hub", "last");

        List<String> all = next(THREADS * MESSAGES + 1);
        assertThat(all).isEqualTo(List.copyOf(others)).endsWith("last");
        IntStream.range(0, THREADS)
                .forEach(thread -> assertThat(all.stream().filter(message -> message.startsWith(thread + ":")))
                        .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                                .mapToObj(n -> thread + ":" + n)
                                .toList()));
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            String message = heard.poll(30, TimeUnit.SECONDS);
            assertThat(message).as("after %s", messages).isNotNull();
            messages.add(message);
        }
        return messages;
    }
}
