package org.tickcast.socket;

import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.wire.CloseCode;

/**
 * What clients say. Each message counts, one too many is dropped and said so, and who does not stop is closed.
 * A new token is looked at here; anything else is a matter of the protocol that the client speaks.
 *
 * <p>Threads: any.
 */
public final class ClientMessages {

    private final SocketLimits limits;
    private final MessageRate rate;
    private final Plans plans;
    private final BreachLimits breaches;
    private final IdentityCheck identity;
    private final AdmissionListener listener;
    private final LongSupplier nanoTime;

    /** @param nanoTime such as {@link System#nanoTime} */
    public ClientMessages(
            SocketLimits limits,
            MessageRate rate,
            Plans plans,
            BreachLimits breaches,
            IdentityCheck identity,
            AdmissionListener listener,
            LongSupplier nanoTime) {
        this.limits = limits;
        this.rate = rate;
        this.plans = plans;
        this.breaches = breaches;
        this.identity = identity;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    void heard(OpenSocket socket, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.messageBytes()) {
            socket.close(CloseCode.MESSAGE_TOO_BIG);
            return;
        }
        Plan plan = plans.of(socket.who());
        MessageLimits allowed = new MessageLimits(plan.messagesPerSecond(), plan.messagesPerMinute());
        if (rate.message(socket.who().limitKey(), allowed) instanceof RateAnswer.Exceeded exceeded) {
            tooMany(socket, allowed, exceeded);
        } else {
            String token = socket.client().hear(text);
            if (token != null) {
                renew(socket, token);
            }
        }
    }

    private void tooMany(OpenSocket socket, MessageLimits allowed, RateAnswer.Exceeded exceeded) {
        listener.tooManyMessages(socket.connection());
        if (socket.isOneBreachTooMany(breaches, nanoTime)) {
            socket.close(CloseCode.MESSAGE_RATE);
        } else {
            socket.client().tellTooMany(allowed, exceeded);
        }
    }

    /** Who was known by address only and now shows who it is, is somebody else: places are counted for who came in. */
    private void renew(OpenSocket socket, String token) {
        ClientIdentity before = socket.who();
        Identification answer =
                identity.bearerOf(token, before.address(), socket.door().id());
        if (answer instanceof Identification.Refused refused) {
            refuse(socket, refused.verdict().reason());
        } else if (answer instanceof Identification.Known known) {
            if (known.who().isSameAs(before)) {
                accept(socket, known.who());
            } else {
                refuse(socket, CloseCode.TOKEN_INVALID);
            }
        }
    }

    private void accept(OpenSocket socket, ClientIdentity renewed) {
        socket.renew(renewed);
        listener.renewed(socket.connection(), null);
        socket.client().tellAccepted(renewed.expiresAt());
    }

    private void refuse(OpenSocket socket, CloseCode reason) {
        listener.renewed(socket.connection(), reason);
        socket.close(reason);
    }
}
