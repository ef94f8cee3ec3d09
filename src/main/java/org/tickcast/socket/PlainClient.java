package org.tickcast.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.broadcast.Frame;
import org.tickcast.broadcast.Mailbox;
import org.tickcast.broadcast.Subscriber;
import org.tickcast.wire.Channel;
import org.tickcast.wire.ClientCommand;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/**
 * A client that is sent whole frames. The mailbox decides which is next and that only one is on its way.
 *
 * <p>Threads: the tick delivers; the container's threads report that a frame has left, and send the next one.
 */
final class PlainClient implements SocketClient, Subscriber {

    private final Mailbox mailbox;
    private final Channel channel;
    private final Broadcaster broadcaster;
    private final WireCodec codec;
    private final MessageSender sender;
    private final Runnable whenLeft = this::left;

    PlainClient(Channel channel, Broadcaster broadcaster, WireCodec codec, MessageSender sender) {
        this.mailbox = broadcaster.mailbox();
        this.channel = channel;
        this.broadcaster = broadcaster;
        this.codec = codec;
        this.sender = sender;
    }

    @Override
    public void join() {
        broadcaster.join(channel, this);
    }

    @Override
    public void leave() {
        broadcaster.leave(channel, this);
    }

    @Override
    public void deliver(Frame frame) {
        send(mailbox.put(frame));
    }

    private void left() {
        send(mailbox.sent());
    }

    private void send(@Nullable Frame next) {
        if (next != null) {
            sender.send(next.message(), whenLeft);
        }
    }

    @Override
    public @Nullable String hear(String text) {
        return ClientCommand.read(text) instanceof ClientCommand.Auth auth ? auth.token() : null;
    }

    @Override
    public void tellAccepted(@Nullable Instant expiresAt) {
        deliver(Frame.reply(channel, codec.authAccepted(expiresAt)));
    }

    @Override
    public void tellTooMany(MessageLimits allowed, RateAnswer.Exceeded exceeded) {
        String text = codec.tooManyMessages(
                allowed.perSecond(), allowed.perMinute(), exceeded.remaining(), exceeded.retryAfter());
        deliver(Frame.reply(channel, text));
    }

    /** Every frame of a plain channel has the same form, and there is none for words. */
    @Override
    public boolean tell(OperatorWords words) {
        return false;
    }

    @Override
    public ClientFacts facts() {
        Mailbox.State state = mailbox.state();
        Long version = state.sent() == Long.MIN_VALUE ? null : Long.valueOf(state.sent());
        return ClientFacts.ofReader(version, state.newest(), state.replaced(), state.lost(), state.waiting(), null);
    }

    /** There is no word for goodbye, but it still hears what it was answered. */
    @Override
    public void sayBye(CloseCode reason, @Nullable Duration retryAfter, Runnable then) {
        mailbox.end(then);
    }

    @Override
    public boolean mayHearBinary() {
        return true;
    }
}
