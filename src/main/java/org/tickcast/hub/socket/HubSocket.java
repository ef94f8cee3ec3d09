package org.tickcast.hub.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.Hub;
import org.tickcast.hub.HubClient;
import org.tickcast.hub.HubUser;
import org.tickcast.socket.ClientFacts;
import org.tickcast.socket.OperatorWords;
import org.tickcast.socket.ServedSocket;
import org.tickcast.socket.SocketClient;
import org.tickcast.wire.ClientCommand;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.HubReply;
import org.tickcast.wire.TextMessage;

/**
 * A client of the hub on its socket: what it says goes to the hub, and what the hub has for it waits here until it can be
 * sent.
 *
 * <p>Threads: any.
 */
final class HubSocket implements SocketClient, HubClient {

    private final Hub hub;
    private final GuestNames guests;
    private final ServedSocket socket;
    private final WaitingFrames waiting;
    private volatile @Nullable HubUser user;

    HubSocket(Hub hub, GuestNames guests, WaitingLimits limits, ServedSocket socket) {
        this.hub = hub;
        this.guests = guests;
        this.socket = socket;
        this.waiting = new WaitingFrames(limits, socket);
    }

    @Override
    public HubUser user() {
        HubUser known = user;
        return known == null ? whoItIsNow() : known;
    }

    private HubUser whoItIsNow() {
        HubUser now = HubUser.of(socket.who(), guests);
        user = now;
        return now;
    }

    @Override
    public void join() {
        hub.opened(this);
    }

    @Override
    public void leave() {
        hub.closed(this);
    }

    /** A new token is no matter of the hub's, and no other part of it is to see one. */
    @Override
    public @Nullable String hear(String text) {
        if (ClientCommand.read(text) instanceof ClientCommand.Auth auth) {
            return auth.token();
        }
        hub.heard(this, text);
        return null;
    }

    @Override
    public void deliver(TextMessage frame) {
        waiting.put(frame);
    }

    @Override
    public void close(CloseCode reason) {
        socket.close(reason);
    }

    /** Its roles may be others now. */
    @Override
    public void tellAccepted(@Nullable Instant expiresAt) {
        whoItIsNow();
        deliver(new TextMessage(HubReply.authAccepted(expiresAt)));
    }

    @Override
    public void tellTooMany(MessageLimits allowed, RateAnswer.Exceeded exceeded) {
        deliver(new TextMessage(HubReply.tooManyMessages(
                allowed.perSecond(), allowed.perMinute(), exceeded.remaining(), exceeded.retryAfter())));
    }

    @Override
    public boolean tell(OperatorWords words) {
        deliver(new TextMessage(HubReply.message(words.from(), words.text(), words.at())));
        return true;
    }

    @Override
    public ClientFacts facts() {
        return ClientFacts.ofTalker(waiting.count(), hub.desk().roomsOf(user().id()));
    }

    /** It is still sent what it was told before, such as why. */
    @Override
    public void sayBye(CloseCode reason, @Nullable Duration retryAfter, Runnable then) {
        waiting.end(then);
    }

    @Override
    public boolean mayHearBinary() {
        return false;
    }

    @Override
    public @Nullable CloseCode objection() {
        return waiting.hasOverflowed() ? CloseCode.FALLS_BEHIND : null;
    }
}
