package org.tickcast.broadcast;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.DeliverySimulation;

/**
 * Two hundred days of trouble. More of them, or larger ones:
 *
 * <pre>mvn test -Dtest=DeliverySimulationTest -Dtickcast.simulation.seeds=1-5000 -Dtickcast.simulation.clients=200</pre>
 */
class DeliverySimulationTest {

    private static final String SEEDS = "tickcast.simulation.seeds";
    private static final String CLIENTS = "tickcast.simulation.clients";
    private static final String STEPS = "tickcast.simulation.steps";

    @Test
    void whatever_clients_do_everybody_ends_up_with_the_present() {
        int clients = Integer.getInteger(CLIENTS, 20);
        int steps = Integer.getInteger(STEPS, 60);

        seeds().forEach(seed -> run(seed, clients, steps));
    }

    @Test
    void three_thousand_clients_do_so_at_once() {
        run(1, 3_000, 8);
    }

    private static void run(long seed, int clients, int steps) {
        try {
            new DeliverySimulation(seed, clients).run(steps);
        } catch (RuntimeException failure) {
            String again = String.format(
                    "mvn test -Dtest=DeliverySimulationTest -D%s=%d -D%s=%d -D%s=%d",
                    SEEDS, seed, CLIENTS, clients, STEPS, steps);
            throw new AssertionError(failure.getMessage() + "\nTo see it again: " + again, failure);
        }
    }

    private static LongStream seeds() {
        String[] range = System.getProperty(SEEDS, "1-200").split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[range.length - 1]));
    }
}
