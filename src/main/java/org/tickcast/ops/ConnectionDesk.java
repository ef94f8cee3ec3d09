package org.tickcast.ops;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.socket.ClientFacts;
import org.tickcast.socket.Connections;
import org.tickcast.socket.Connections.OneConnection;
import org.tickcast.socket.OperatorWords;
import org.tickcast.socket.SocketFacts;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.HubText;

/**
 * Shows an operator who is connected and how each is served, closes one, tells one something, and has all of it put on
 * record.
 *
 * <p>Threads: any.
 */
public final class ConnectionDesk {

    /** Characters of what a client can be told. */
    static final int LONGEST_MESSAGE = 500;

    private static final String LIST = "connections";
    private static final String ONE = "connection";

    private final Connections connections;
    private final OperatorListener listener;
    private final InstantSource clock;

    public ConnectionDesk(Connections connections, OperatorListener listener, InstantSource clock) {
        this.connections = connections;
        this.listener = listener;
        this.clock = clock;
    }

    /** @param search null when what was written does not say clearly what is wanted */
    Answer search(@Nullable ConnectionSearch search, ClientIdentity operator) {
        if (search == null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        listener.looked(operator, LIST);
        List<SocketFacts> all = connections.all(search::isFor);
        List<SocketFacts> rest = all.stream()
                .filter(socket -> number(socket) > search.after())
                .sorted(Comparator.comparingLong(ConnectionDesk::number))
                .limit(search.limit() + 1L)
                .toList();
        boolean more = rest.size() > search.limit();
        return new Answer.Listed(all.size(), more ? rest.subList(0, search.limit()) : rest, more);
    }

    Answer look(String id, ClientIdentity operator) {
        OneConnection one = find(id);
        if (one == null) {
            return new Answer.Refused(CloseCode.NO_SUCH_CONNECTION);
        }
        listener.looked(operator, ONE);
        return new Answer.Seen(one.socket(), one.client());
    }

    /** Closes it. To close what is being closed already changes nothing, and is not put on record. */
    Answer kick(String id, ClientIdentity operator) {
        OneConnection one = find(id);
        if (one == null) {
            return new Answer.Refused(CloseCode.NO_SUCH_CONNECTION);
        }
        Connection connection = one.socket().connection();
        if (!isClosing(one)) {
            listener.kicked(operator, connection);
            one.close(CloseCode.KICKED);
        }
        return new Answer.Done(connection);
    }

    /** @param written by the operator: an object with what is to be said */
    Answer tell(String id, byte[] written, ClientIdentity operator) {
        OneConnection one = find(id);
        if (one == null || isClosing(one)) {
            return new Answer.Refused(CloseCode.NO_SUCH_CONNECTION);
        }
        OnlyMember said = OnlyMember.read(written);
        if (said == null || !said.name().equals("message") || HubText.wrongWith(said.text(), LONGEST_MESSAGE) != null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        if (!one.tell(new OperatorWords(operator.id(), said.text(), clock.instant()))) {
            return new Answer.Refused(CloseCode.CANNOT_BE_TOLD);
        }
        Connection connection = one.socket().connection();
        listener.told(operator, connection);
        return new Answer.Done(connection);
    }

    private @Nullable OneConnection find(String id) {
        try {
            return connections.find(Long.parseLong(id));
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static boolean isClosing(OneConnection one) {
        return one.socket().closedFor() != null;
    }

    private static long number(SocketFacts socket) {
        return socket.connection().number();
    }

    sealed interface Answer {

        /**
         * @param total how many connections are wanted, on this page or not
         * @param more whether there are any behind the last one here
         */
        record Listed(int total, List<SocketFacts> page, boolean more) implements Answer {}

        record Seen(SocketFacts socket, ClientFacts client) implements Answer {}

        /** It is under way. */
        record Done(Connection connection) implements Answer {}

        /** Nothing was shown and nothing was done. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
