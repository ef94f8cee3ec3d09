package org.tickcast.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.socket.line.Line;
import org.tickcast.socket.line.Sent;
import org.tickcast.socket.line.SignOfLife;
import org.tickcast.wire.TextMessage;

/** A line on which a message is on its way until the test says what becomes of it. */
public final class ScriptedLine implements Line {

    private final List<String> sent = new ArrayList<>();
    private final List<String> deflated = new ArrayList<>();
    private final List<SignOfLife> signs = new ArrayList<>();
    private @Nullable String onItsWay;
    private @Nullable Sent waits;
    private int cuts;
    private int pongsWaiting;

    @Override
    public void send(TextMessage message, Sent told) {
        if (onItsWay != null) {
            throw new IllegalStateException("Two messages on their way at once");
        }
        sent.add(message.text());
        if (message.isDeflated()) {
            deflated.add(String.valueOf(PlainJson.object(message.text()).get("type")));
        }
        onItsWay = message.text();
        waits = told;
    }

    @Override
    public void send(SignOfLife sign) {
        signs.add(sign);
    }

    @Override
    public int pongsWaiting() {
        return pongsWaiting;
    }

    @Override
    public void cut() {
        cuts++;
    }

    /** What becomes of the message that is on its way, and has this text. */
    public Fate lets(String text) {
        Sent told = waits;
        if (told == null || !text.equals(onItsWay)) {
            throw new IllegalStateException("On its way is " + onItsWay);
        }
        onItsWay = null;
        waits = null;
        return new Fate(told);
    }

    /** The message that has not left yet; null when there is none. */
    public @Nullable String onItsWay() {
        return onItsWay;
    }

    public void setPongsWaiting(int pongs) {
        pongsWaiting = pongs;
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** The types of those that were sent deflated. */
    public List<String> deflated() {
        return List.copyOf(deflated);
    }

    public List<SignOfLife> signs() {
        return List.copyOf(signs);
    }

    public int cuts() {
        return cuts;
    }

    public record Fate(Sent told) {

        public void leave() {
            told.left();
        }

        public void fail() {
            told.failed(new IllegalStateException("closed"));
        }
    }
}
