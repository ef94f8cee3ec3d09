package org.tickcast.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Connection;
import org.tickcast.wire.CloseCode;

/**
 * What is known of one open socket, whatever its client speaks.
 *
 * @param since when it was opened
 * @param inFlight for how long a frame has been on its way; zero while none is
 * @param frames how many frames have left
 * @param bytes how many bytes they had
 * @param closedFor why we are closing it; null while we are not
 */
public record SocketFacts(
        Connection connection,
        String protocol,
        Instant since,
        Duration inFlight,
        long frames,
        long bytes,
        PulseState pulse,
        @Nullable CloseCode closedFor) {}
