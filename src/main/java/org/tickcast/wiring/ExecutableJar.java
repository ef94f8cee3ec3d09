package org.tickcast.wiring;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * The launcher of {@code tickcast.jar}, when it was that which started this server. On any other server there is none,
 * and telling it something does nothing.
 *
 * <p>The launcher's class belongs to the server's own class loader and is not in the WAR, so it is called by name.
 */
final class ExecutableJar {

    private static final System.Logger LOG = System.getLogger(ExecutableJar.class.getName());
    private static final String LAUNCHER = "org.tickcast.launcher.Launcher";

    private ExecutableJar() {}

    /** Has the action told where it is, like http://localhost:8080, as soon as requests are served. False when nobody will tell. */
    static boolean whenReady(Consumer<String> action) {
        return call("whenReady", Consumer.class, action);
    }

    /** Says why we refuse to start, for whoever looks at the terminal. */
    static void refusesToStart(String why) {
        call("refusesToStart", String.class, why);
    }

    private static boolean call(String method, Class<?> type, Object argument) {
        try {
            Class.forName(LAUNCHER, true, ClassLoader.getSystemClassLoader())
                    .getMethod(method, type)
                    .invoke(null, argument);
            return true;
        } catch (ClassNotFoundException startedByAnotherServer) {
            LOG.log(Level.DEBUG, "Not started by tickcast.jar");
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("tickcast.jar and the application in it do not fit together", e);
        }
    }
}
