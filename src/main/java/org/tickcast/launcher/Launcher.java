package org.tickcast.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Starts Payara Micro with the application that the jar carries, and says how that went. All options of Payara Micro
 * are passed on to it.
 *
 * <p>Payara Micro stays up with nothing deployed when an application fails to start. Here that ends the process, with
 * one message and exit code 1: whoever started it, a person or a container, wants to know.
 */
public final class Launcher {

    private static volatile @Nullable IntConsumer whenReady;
    private static volatile @Nullable String whyNot;

    private Launcher() {}

    /** For the application to call at the end of a good start: the action is told the HTTP port once requests are served. */
    public static void whenReady(IntConsumer action) {
        whenReady = action;
    }

    /** For the application to call when it refuses to start: the one message the user shall see. */
    public static void refusesToStart(String why) {
        whyNot = why;
    }

    public static void main(String[] args) {
        // Should the process end in the middle of the start, show what was kept back.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> print(StartLog.OF_THIS_START.end())));
        Throwable failure = null;
        try {
            PayaraMicroLauncher.main(args);
        } catch (Exception e) {
            failure = e;
        }
        PayaraMicroRuntime server = runningServer();
        if (server == null && failure == null) {
            return; // An option such as --outputUberJar has done its work, and there is no server to wait for.
        }
        IntConsumer ready = whenReady;
        if (server != null && failure == null && whyNot == null && ready != null) {
            print(StartLog.OF_THIS_START.end());
            ready.accept(port(server));
        } else {
            giveUp(failure);
        }
    }

    private static @Nullable PayaraMicroRuntime runningServer() {
        try {
            return PayaraMicro.getInstance().getRuntime();
        } catch (IllegalStateException notRunning) {
            return null;
        }
    }

    private static int port(PayaraMicroRuntime server) {
        return server.getLocalDescriptor().getHttpPorts().stream().findFirst().orElse(0);
    }

    private static void giveUp(@Nullable Throwable failure) {
        String why = whyNot;
        if (why == null && StartLog.OF_THIS_START.hasSeen(BindException.class)) {
            why = "A port is in use: choose another with --port (or --sslPort), or add --autoBindHttp";
        }
        List<LogRecord> errors = StartLog.OF_THIS_START.end();
        if (why == null) {
            print(errors);
            why = failure == null
                    ? "The application did not start, see above"
                    : "Payara Micro did not start: " + root(failure);
        }
        System.err.println(why);
        // What the server prints while it stops shall not follow the message.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.exit(1);
    }

    private static void print(List<LogRecord> errors) {
        errors.forEach(error -> System.err.print(LineFormatter.line(error)));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
