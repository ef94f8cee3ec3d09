package org.tickcast.socket.line;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.Writer;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.TextMessage;

/**
 * The connection that Payara has below a request.
 *
 * <p>To close a socket whose client does not read frees nothing there, because the server waits for the client; to cut its
 * connection does not wait. And what is handed to it goes past all the layers that would each copy it or make something
 * for it; a client that does not read has one message waiting in it, whose bytes are everybody's.
 */
final class GrizzlyConnection implements Upgrade.Connection {

    private static final System.Logger LOG = System.getLogger(GrizzlyConnection.class.getName());

    private final Connection<SocketAddress> connection;
    private final @Nullable Writer<SocketAddress> writer;
    private final MemoryManager<?> memory;

    private GrizzlyConnection(
            Connection<SocketAddress> connection, @Nullable Writer<SocketAddress> writer, MemoryManager<?> memory) {
        this.connection = connection;
        this.writer = writer;
        this.memory = memory;
    }

    static @Nullable GrizzlyConnection below(ServletRequest facade) {
        try {
            // Of the web container nothing is published to compile against; these methods are public.
            Object request = call(facade, "getUnwrappedCoyoteRequest");
            return of(call(call(request, "getCoyoteRequest"), "getConnection"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Grizzly below this request: {0}", anotherServer);
            return null;
        }
    }

    @SuppressWarnings("unchecked") // A TCP connection has no other addresses.
    private static @Nullable GrizzlyConnection of(Object below) {
        if (!(below instanceof Connection<?> connection)
                || !(connection.getTransport() instanceof TCPNIOTransport transport)) {
            return null;
        }
        Writer<SocketAddress> writer =
                isPlain(connection) ? transport.getAsyncQueueIO().getWriter() : null;
        return new GrizzlyConnection((Connection<SocketAddress>) connection, writer, transport.getMemoryManager());
    }

    /** What has to be encrypted on its way cannot go past the layer that does so. */
    private static boolean isPlain(Connection<?> connection) {
        return connection.getProcessor() instanceof FilterChain chain
                && chain.stream().noneMatch(SSLBaseFilter.class::isInstance);
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    /** Whether bytes can be handed to it as they are. */
    boolean takesBytes() {
        return writer != null;
    }

    /** Tells of it when the kernel has taken all of it. */
    void write(TextMessage message, CompletionHandler<WriteResult<WritableMessage, SocketAddress>> done) {
        if (writer == null) {
            throw new IllegalStateException("This connection takes no bytes");
        }
        Buffer bytes = Buffers.wrap(memory, message.frame());
        bytes.allowBufferDispose(false);
        writer.write(connection, bytes, done);
    }

    @Override
    public void cut() {
        connection.terminateSilently();
    }

    @Override
    public void bufferAtMost(int bytes) {
        if (connection instanceof NIOConnection below && below.getChannel() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, bytes);
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "A connection took no limit: {0}", gone);
            }
        }
    }
}
