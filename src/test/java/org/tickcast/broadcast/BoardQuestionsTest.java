package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.market.MarketBoard;
import org.tickcast.testing.SampleMarket;

/** Others ask, the tick answers. The test is the tick. */
class BoardQuestionsTest {

    private final MarketBoard board = SampleMarket.board();
    private final BoardQuestions questions = new BoardQuestions(board, 3);

    @Test
    void a_question_waits_for_the_tick() {
        CompletableFuture<Long> version = questions.ask(MarketBoard::version);

        assertThat(version).isNotDone();

        board.apply(trade(FPT, 98_500, 100));
        questions.answerAll();

        assertThat(version).isCompletedWithValue(1L);
    }

    @Test
    void all_who_wait_are_answered_in_one_tick_and_in_their_order() {
        List<String> asked = new ArrayList<>();
        CompletableFuture<Boolean> first = questions.ask(seen -> asked.add("first"));
        CompletableFuture<Boolean> second = questions.ask(seen -> asked.add("second"));
        CompletableFuture<Boolean> third = questions.ask(seen -> asked.add("third"));

        questions.answerAll();

        assertThat(List.of(first, second, third)).allMatch(CompletableFuture::isDone);
        assertThat(asked).containsExactly("first", "second", "third");
    }

    @Test
    void a_tick_that_nobody_asks_does_nothing() {
        questions.answerAll();

        assertThat(board.version()).isZero();
    }

    @Test
    void one_question_too_many_is_refused_at_once_and_those_before_it_are_answered() {
        List<CompletableFuture<Long>> inTime = List.of(
                questions.ask(MarketBoard::version),
                questions.ask(MarketBoard::version),
                questions.ask(MarketBoard::version));

        CompletableFuture<Long> oneTooMany = questions.ask(MarketBoard::version);

        assertThat(oneTooMany)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(RejectedExecutionException.class);

        questions.answerAll();

        assertThat(inTime).allMatch(answer -> answer.join() == 0);
    }

    @Test
    void what_was_answered_makes_room() {
        for (int i = 0; i < 10; i++) {
            CompletableFuture<Long> version = questions.ask(MarketBoard::version);

            questions.answerAll();

            assertThat(version).isCompletedWithValue(0L);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void a_question_that_throws_fails_alone(Class<? extends Throwable> how) {
        CompletableFuture<Long> before = questions.ask(MarketBoard::version);
        CompletableFuture<Long> failing = questions.ask(seen -> fail(how));
        CompletableFuture<Long> after = questions.ask(MarketBoard::version);

        questions.answerAll();

        assertThat(failing).isCompletedExceptionally();
        assertThat(before).isCompletedWithValue(0L);
        assertThat(after).isCompletedWithValue(0L);
    }

    @Test
    void who_no_longer_waits_costs_the_tick_nothing() {
        List<String> asked = new ArrayList<>();
        CompletableFuture<Boolean> givenUp = questions.ask(seen -> asked.add("in vain"));
        givenUp.cancel(false);

        questions.answerAll();

        assertThat(asked).isEmpty();
    }

    @Test
    void a_question_that_comes_while_others_are_answered_waits_for_the_next_tick() {
        List<CompletableFuture<Long>> later = new ArrayList<>();
        CompletableFuture<Boolean> now = questions.ask(seen -> later.add(questions.ask(MarketBoard::version)));

        questions.answerAll();

        assertThat(now).isCompletedWithValue(true);
        assertThat(later.get(0)).isNotDone();

        questions.answerAll();

        assertThat(later.get(0)).isCompletedWithValue(0L);
    }

    private static long fail(Class<? extends Throwable> how) {
        if (how == StackOverflowError.class) {
            throw new StackOverflowError("Too deep a question");
        }
        throw new IllegalStateException("Nobody knows");
    }
}
