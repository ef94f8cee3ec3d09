package org.tickcast.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.wire.CloseCode;

/** One client on its socket, in the protocol that it speaks. */
public interface SocketClient {

    /** From now on it may be sent something. */
    void join();

    void leave();

    /** Does what the client asks for. Returns the token that it shows; null when it showed none. */
    @Nullable String hear(String text);

    /** Its new token was taken. @param expiresAt until when it is good; null when it never ends */
    void tellAccepted(@Nullable Instant expiresAt);

    /** Its message was one too many, and was not read. */
    void tellTooMany(MessageLimits allowed, RateAnswer.Exceeded exceeded);

    /** Has it hear what an operator says. Returns whether its protocol has a form for that. */
    boolean tell(OperatorWords words);

    /** How it is served now. To be asked of one client at a time: it may look at what others wait for. */
    ClientFacts facts();

    /** Sends it the last it is sent, if its protocol has such a thing, and goes on when that has left. */
    void sayBye(CloseCode reason, @Nullable Duration retryAfter, Runnable then);

    /** Whether it expects binary messages that say ping. */
    boolean mayHearBinary();

    /** Why it has to go; null when it may stay. Asked about once a second. */
    default @Nullable CloseCode objection() {
        return null;
    }
}
