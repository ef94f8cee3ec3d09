package org.tickcast.bench.load;

import java.net.ProtocolException;
import org.tickcast.testing.ReferenceClient;

/** Keeps the picture of tickcast.v1 as any client would, and counts how often the server's checksum is that of it. */
final class Verifier {

    static final byte[] RESYNC = Bytes.of("{\"type\":\"resync\"}");

    private final ReferenceClient client = new ReferenceClient();
    private final Tally tally;

    Verifier(Tally tally) {
        this.tally = tally;
    }

    /** Returns whether the client has to ask for the whole picture. */
    boolean hear(String frame) throws ProtocolException {
        long before = client.beats();
        try {
            client.receive(frame);
        } catch (RuntimeException e) {
            // Whatever a server sends must not end the run, but this client cannot go on.
            ProtocolException failure = new ProtocolException("no frame of tickcast.v1");
            failure.initCause(e);
            throw failure;
        }
        tally.beatsAgreed += client.beats() - before;
        boolean resync = client.takeResync();
        tally.resyncs += resync ? 1 : 0;
        return resync;
    }
}
