package org.tickcast.broadcast;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.tickcast.market.MarketBoard;

/**
 * Where others ask what is on the board, which only the tick may look at. Questions wait for the next tick, so many and
 * no more.
 *
 * <p>Threads: any thread may ask; the tick answers. What an asker does with an answer belongs on a thread of the
 * asker's, so it is to be attached with one of the {@code …Async} methods.
 */
public final class BoardQuestions {

    /** What the tick can bear in one run: a thousand snapshots take it some twenty milliseconds. */
    public static final int MOST_WAITING = 1_000;

    private final MarketBoard board;
    private final Queue<Question<?>> waiting;

    public BoardQuestions(MarketBoard board, int mostWaiting) {
        this.board = board;
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    }

    /**
     * Has the tick answer a question. It should take little time and must not let the board itself out, only what never
     * changes any more.
     *
     * @return the answer to come; failed at once with a {@link RejectedExecutionException} when too many wait already,
     *     and in its turn with whatever the question throws. An asker who no longer waits may cancel it
     */
    public <T> CompletableFuture<T> ask(Function<MarketBoard, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!waiting.offer(new Question<>(question, answer))) {
            answer.completeExceptionally(new RejectedExecutionException("Too many questions wait for the tick"));
        }
        return answer;
    }

    /** Answers all who wait now. A question that throws fails alone, and this never does. To be called by the tick. */
    public void answerAll() {
        int now = waiting.size();
        for (int i = 0; i < now; i++) {
            Question<?> next = waiting.poll();
            if (next == null) {
                return;
            }
            next.answerFrom(board);
        }
    }

    private record Question<T>(Function<MarketBoard, T> words, CompletableFuture<T> answer) {

        void answerFrom(MarketBoard board) {
            if (answer.isDone()) {
                return; // Nobody waits for it any more.
            }
            try {
                answer.complete(words.apply(board));
            } catch (Throwable failure) { // Errors too: the asker must hear of it, and the tick must go on.
                answer.completeExceptionally(failure);
            }
        }
    }
}
