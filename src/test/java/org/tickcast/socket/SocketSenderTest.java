package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.ScriptedLine;
import org.tickcast.wire.TextMessage;

/** It shows whether a message is on its way, and when it has left somebody sends the next. */
class SocketSenderTest {

    private final ScriptedLine line = new ScriptedLine();
    private final List<String> told = new ArrayList<>();
    private final SocketSender sender =
            new SocketSender(line, new FanOut(Runnable::run, 1), SocketListener.Tally.NONE, () -> told.add("failed"));

    @Test
    void while_a_message_is_on_its_way_the_mark_is_odd() {
        assertThat(SocketSender.isOnItsWay(sender.moves())).isFalse();

        send("one");
        assertThat(SocketSender.isOnItsWay(sender.moves())).isTrue();
        line.lets("one").leave();

        assertThat(SocketSender.isOnItsWay(sender.moves())).isFalse();
    }

    @Test
    void no_two_messages_leave_the_same_mark() {
        send("one");
        int first = sender.moves();
        line.lets("one").leave();
        send("two");

        assertThat(sender.moves()).isNotEqualTo(first);
    }

    @Test
    void who_sent_it_is_told_when_it_has_left() {
        send("one");
        assertThat(told).isEmpty();

        line.lets("one").leave();

        assertThat(told).containsExactly("one left");
    }

    @Test
    void a_message_that_fails_is_told_as_that_and_nothing_follows() {
        send("one");

        line.lets("one").fail();

        assertThat(told).containsExactly("failed");
    }

    @Test
    void what_has_left_is_counted_and_what_is_on_its_way_is_not() {
        send("one");
        assertThat(sender.messages()).isZero();
        assertThat(sender.bytes()).isZero();
        line.lets("one").leave();
        send("three");

        assertThat(sender.messages()).isEqualTo(1);
        assertThat(sender.bytes()).isEqualTo(new TextMessage("one").frameLength());
    }

    private void send(String text) {
        sender.send(new TextMessage(text), () -> told.add(text + " left"));
    }
}
