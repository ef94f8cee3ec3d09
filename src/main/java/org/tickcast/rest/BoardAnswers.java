package org.tickcast.rest;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.market.MarketBoard;

/**
 * Answers requests with what is on the board: the tick says what it is, and somebody else writes it.
 *
 * <p>Threads: the request's own thread only asks, and is free while the tick is waited for. The tick only answers; words
 * are found and sent on the server's threads for such work, so that no client, however slowly it reads, holds up the
 * tick or the handshakes.
 */
public final class BoardAnswers {

    /** A tick takes milliseconds; if it takes this long, it is in trouble, and it is kinder to say so. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More than the cores of most servers, because some will be waiting for clients that read slowly. */
    private static final int MOST_WRITING = 32;

    private final BoardQuestions questions;
    private final ProblemAnswers problems;
    private final Executor threads;

    /** @param threads the server's threads for work that may wait */
    public BoardAnswers(BoardQuestions questions, ProblemAnswers problems, Executor threads) {
        this.questions = questions;
        this.problems = problems;
        this.threads = new FewThreads(threads, MOST_WRITING);
    }

    /** Answers with the words for what the tick says. */
    public <T> void answer(AsyncResponse request, Function<MarketBoard, T> question, Function<T, String> words) {
        CompletableFuture<T> answer = questions.ask(question);
        request.setTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        request.setTimeoutHandler(late -> {
            late.resume(problems.busy());
            answer.cancel(false);
        });
        resume(request, answer, words);
    }

    /** The hand-over to other threads comes first, for failures too: the tick is to do no more than answer. */
    private <T> void resume(AsyncResponse request, CompletionStage<T> answer, Function<T, String> words) {
        answer.handleAsync(
                        (facts, failure) -> failure == null ? inFull(words.apply(facts)) : insteadOf(failure), threads)
                .whenComplete((response, failure) -> resume(request, response, failure));
    }

    private static void resume(AsyncResponse request, Response response, @Nullable Throwable failure) {
        if (failure == null) {
            request.resume(response);
        } else {
            request.resume(failure); // Not the same method: any other object would be written as it is, as JSON.
        }
    }

    /** With its length, which Jersey leaves out of a long answer, and gets wrong in the answer to HEAD. */
    private static Response inFull(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, body.length)
                .build();
    }

    private Response insteadOf(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return problems.busy();
        }
        throw new CompletionException(failure);
    }
}
