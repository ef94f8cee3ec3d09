package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.feed.Metronome;

/** Work is repeated on a thread of its own until it is closed. */
class ThreadMetronomeTest {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int SECONDS = 10;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void it_is_repeated_and_its_thread_is_given_back_when_it_is_closed() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(3);

        Metronome.Beating beating = new ThreadMetronome(threads).every(PAUSE, "test", beats::countDown);

        assertThat(beats.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        beating.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void when_the_server_stops_its_threads_it_ends() throws InterruptedException {
        CountDownLatch beat = new CountDownLatch(1);
        new ThreadMetronome(threads).every(Duration.ofHours(1), "test", beat::countDown);
        assertThat(beat.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        threads.shutdownNow();

        assertThat(threads.awaitTermination(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
