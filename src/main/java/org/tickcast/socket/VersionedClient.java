package org.tickcast.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.broadcast.Outbox;
import org.tickcast.broadcast.Seat;
import org.tickcast.broadcast.VersionedFrame;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.TextMessage;
import org.tickcast.wire.VersionedCommand;
import org.tickcast.wire.VersionedProtocol;

/**
 * A client that speaks {@code tickcast.v1}. The outbox decides what is next and that only one frame is on its way.
 *
 * <p>Threads: the tick offers and tells; the container's threads hear the client, and report that a frame has left.
 */
final class VersionedClient implements SocketClient {

    private final Channel channel;
    private final Broadcaster broadcaster;
    private final Outbox outbox = new Outbox(this::send, this::freed);
    private final Seat seat;
    private final MessageSender sender;
    private final InstantSource clock;
    private final Runnable whenLeft = outbox::sent;
    private final boolean wantsDeflated;
    private volatile @Nullable Runnable afterBye;

    VersionedClient(
            Channel channel,
            VersionedWishes wishes,
            Broadcaster broadcaster,
            MessageSender sender,
            InstantSource clock) {
        this.channel = channel;
        this.broadcaster = broadcaster;
        this.sender = sender;
        this.wantsDeflated = wishes.deflated();
        this.clock = clock;
        this.seat = broadcaster.reserve(channel, outbox, wishes.since());
    }

    @Override
    public void join() {
        seat.take();
    }

    @Override
    public void leave() {
        seat.leave();
    }

    private void send(VersionedFrame frame) {
        Runnable then = frame.kind() == VersionedFrame.Kind.BYE ? afterBye : null;
        TextMessage message = wantsDeflated ? frame.message().deflated() : frame.message();
        sender.send(message, then == null ? whenLeft : then);
    }

    private void freed() {
        seat.freed();
    }

    @Override
    public @Nullable String hear(String text) {
        VersionedCommand command = VersionedCommand.read(text);
        if (command instanceof VersionedCommand.Auth auth) {
            return auth.token();
        }
        if (command instanceof VersionedCommand.Ping ping) {
            reply(VersionedProtocol.pong(clock.instant(), ping));
        } else if (command instanceof VersionedCommand.Refused refused) {
            reply(VersionedProtocol.error(clock.instant(), CloseCode.BAD_MESSAGE, refused.words()));
        } else {
            seat.hear(command);
        }
        return null;
    }

    @Override
    public void tellAccepted(@Nullable Instant expiresAt) {
        reply(VersionedProtocol.authAccepted(clock.instant(), expiresAt));
    }

    @Override
    public void tellTooMany(MessageLimits allowed, RateAnswer.Exceeded exceeded) {
        reply(VersionedProtocol.tooManyMessages(
                clock.instant(),
                allowed.perSecond(),
                allowed.perMinute(),
                exceeded.remaining(),
                exceeded.retryAfter()));
    }

    @Override
    public boolean tell(OperatorWords words) {
        reply(VersionedProtocol.message(words.at(), words.from(), words.text()));
        return true;
    }

    /** What the tick knows of it is read as it was a moment ago, without asking the tick. */
    @Override
    public ClientFacts facts() {
        Long version = seat.version() == Seat.NOTHING ? null : Long.valueOf(seat.version());
        return ClientFacts.ofReader(
                version,
                broadcaster.published(channel),
                seat.skipped(),
                outbox.lost(),
                outbox.waiting(),
                seat.perSecond() == 0 ? null : seat.perSecond());
    }

    private void reply(String text) {
        outbox.tell(VersionedFrame.reply(text));
    }

    @Override
    public void sayBye(CloseCode reason, @Nullable Duration retryAfter, Runnable then) {
        afterBye = then;
        outbox.tell(VersionedFrame.bye(VersionedProtocol.bye(clock.instant(), reason, retryAfter)));
    }

    @Override
    public boolean mayHearBinary() {
        return false;
    }
}
