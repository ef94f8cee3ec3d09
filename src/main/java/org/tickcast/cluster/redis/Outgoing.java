package org.tickcast.cluster.redis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What this node has said on a topic and has not yet read in the log, numbered. What is sent without an answer is sent
 * again, under the same numbers, by which readers know what they have.
 *
 * <p>Threads: the topic's turn.
 */
final class Outgoing {

    /** @param number grows by one */
    record Waiting(long number, String message) {}

    private final int most;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long last;
    private long sentUpTo;
    private long heardAloneUpTo;
    private long dropped;

    Outgoing(int most) {
        this.most = most;
    }

    void add(String message) {
        waiting.addLast(new Waiting(++last, message));
    }

    boolean isOverfull() {
        return waiting.size() > most;
    }

    /** Gives up the oldest: they were heard here, and the others never hear them. */
    void makeRoom() {
        while (isOverfull()) {
            waiting.removeFirst();
            dropped++;
        }
    }

    /** How many the others never hear, since the last time of asking. */
    long takeDropped() {
        long since = dropped;
        dropped = 0;
        return since;
    }

    List<Waiting> next(int count) {
        return waiting.stream()
                .filter(one -> one.number() > sentUpTo)
                .limit(count)
                .toList();
    }

    void sent(List<Waiting> batch) {
        sentUpTo = batch.get(batch.size() - 1).number();
    }

    /** What has no answer may not have arrived. */
    void sendAgain() {
        sentUpTo = 0;
    }

    /** It is in the log, and so is everything before it. Returns whether this node had heard it alone. */
    boolean confirm(long number) {
        while (!waiting.isEmpty() && waiting.getFirst().number() <= number) {
            waiting.removeFirst();
        }
        return number <= heardAloneUpTo;
    }

    /** What nobody here has heard yet; from now on it is heard. */
    List<String> hearAlone() {
        List<String> unheard = waiting.stream()
                .filter(one -> one.number() > heardAloneUpTo)
                .map(Waiting::message)
                .toList();
        heardAloneUpTo = last;
        return unheard;
    }
}
