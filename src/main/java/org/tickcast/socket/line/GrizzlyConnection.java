package org.tickcast.socket.line;

import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The connection that Payara has below a request. To close a socket whose client does not read frees nothing there: the
 * server waits for the client. This does not wait.
 *
 * <p>Its classes are not for us to compile against, but all methods used are public.
 */
final class GrizzlyConnection implements Upgrade.Connection {

    private static final System.Logger LOG = System.getLogger(GrizzlyConnection.class.getName());

    private final Object connection;
    private final Method terminate;

    private GrizzlyConnection(Object connection, Method terminate) {
        this.connection = connection;
        this.terminate = terminate;
    }

    static @Nullable GrizzlyConnection below(ServletRequest facade) {
        try {
            Object request = call(facade, "getUnwrappedCoyoteRequest");
            Object connection = call(call(request, "getCoyoteRequest"), "getConnection");
            Class<?> closeable = Class.forName(
                    "org.glassfish.grizzly.Closeable",
                    false,
                    connection.getClass().getClassLoader());
            return new GrizzlyConnection(connection, closeable.getMethod("terminateSilently"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Grizzly below this request: {0}", anotherServer);
            return null;
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    @Override
    public void cut() {
        try {
            terminate.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException failure) {
            LOG.log(Level.WARNING, "A connection could not be cut", failure);
        }
    }
}
