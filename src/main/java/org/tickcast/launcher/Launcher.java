package org.tickcast.launcher;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.data.InstanceDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Consumer;
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

    private static final String LOG_MANAGER = "java.util.logging.manager";

    private static volatile @Nullable Consumer<String> whenReady;
    private static volatile @Nullable String whyNot;

    private Launcher() {}

    /** For the application to call at the end of a good start: the action is told where, once requests are served. */
    public static void whenReady(Consumer<String> action) {
        whenReady = action;
    }

    /** For the application to call when it refuses to start: the one message the user shall see. */
    public static void refusesToStart(String why) {
        whyNot = why;
    }

    public static void main(String[] args) {
        keepLogToTheEnd();
        // Should the process end in the middle of the start, show what was kept back.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> print(StartLog.OF_THIS_START.end())));
        try {
            PayaraMicroLauncher.main(options(args).toArguments());
        } catch (CannotStart e) {
            whyNot = e.getMessage();
            giveUp(e);
        } catch (Exception e) {
            giveUp(e);
        }
        PayaraMicroRuntime server = runningServer();
        if (server == null) {
            return; // An option such as --outputUberJar has done its work, and there is no server to wait for.
        }
        Consumer<String> ready = whenReady;
        if (whyNot == null && ready != null) {
            print(StartLog.OF_THIS_START.end());
            ready.accept(address(server));
        } else {
            giveUp(null);
        }
    }

    /** Unless somebody has chosen another. It is named before anything is logged, and not touched: that would be too late already. */
    private static void keepLogToTheEnd() {
        if (System.getProperty(LOG_MANAGER) == null) {
            System.setProperty(LOG_MANAGER, LogToTheEnd.class.getName());
        }
    }

    private static Options options(String[] args) throws CannotStart, IOException, GeneralSecurityException {
        Options options = new Options(List.of(args));
        Encryption encryption = Encryption.configured(System.getProperties(), System.getenv());
        return encryption == null ? options : encryption.apply(options, System.getProperties());
    }

    private static @Nullable PayaraMicroRuntime runningServer() {
        try {
            return PayaraMicro.getInstance().getRuntime();
        } catch (IllegalStateException notRunning) {
            return null;
        }
    }

    /** Where a person on this machine finds us: encrypted, where there is a choice. */
    private static String address(PayaraMicroRuntime server) {
        InstanceDescriptor here = server.getLocalDescriptor();
        return here.getHttpsPorts().stream()
                .findFirst()
                .map(port -> "https://localhost:" + port)
                .orElseGet(() -> "http://localhost:"
                        + here.getHttpPorts().stream().findFirst().orElse(0));
    }

    /** Ends the process. */
    private static void giveUp(@Nullable Throwable failure) {
        String why = whyNot;
        if (why == null && StartLog.OF_THIS_START.hasSeen(BindException.class)) {
            why = "A port is in use: choose another with --port (or --sslPort), or add --autoBindHttp";
        }
        if (why == null && !isWritable(Path.of(System.getProperty("java.io.tmpdir")))) {
            why = "The server unpacks itself into a directory that cannot be written: "
                    + System.getProperty("java.io.tmpdir") + ". Choose another with -Djava.io.tmpdir";
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

    /** Asked by doing it: what a user may is not what a disk lets him. */
    private static boolean isWritable(Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, "tickcast", ".tmp"));
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }

    private static void print(List<LogRecord> errors) {
        errors.forEach(error -> System.err.print(LogForm.OF_THIS_START.line(error)));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
