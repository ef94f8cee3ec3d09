package org.tickcast.wiring;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;

/**
 * Sees to it that the gateway can stop: before its beans are destroyed, and with all the classes it needs for that. On
 * SIGTERM Payara Micro deletes the files of the application while it stops it, and whoever says goodbye then would stumble
 * over the first class that was not needed before. So there all of ours are loaded at the start. WildFly keeps the files,
 * and would complain in its log of each class that is made for Payara.
 */
@WebListener
public class GatewayStop implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(GatewayStop.class.getName());
    private static final String DELETES_FILES_WHILE_STOPPING = "Payara";
    private static final String CLASSES = "/WEB-INF/classes/";
    private static final String OURS = CLASSES + "org/tickcast/";
    private static final String SUFFIX = ".class";

    private final GatewayLifecycle lifecycle;

    @Inject
    public GatewayStop(GatewayLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void contextInitialized(ServletContextEvent beginning) {
        ServletContext context = beginning.getServletContext();
        if (context.getServerInfo().contains(DELETES_FILES_WHILE_STOPPING)) {
            loadAll(context, OURS);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent ending) {
        lifecycle.stop();
    }

    private static void loadAll(ServletContext context, String directory) {
        for (String path : Objects.requireNonNullElse(context.getResourcePaths(directory), Set.<String>of())) {
            if (path.endsWith("/")) {
                loadAll(context, path);
            } else if (path.endsWith(SUFFIX)) {
                load(path.substring(CLASSES.length(), path.length() - SUFFIX.length())
                        .replace('/', '.'));
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, GatewayStop.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError ofAnotherServer) {
            LOG.log(Level.DEBUG, "Class {0} is of no use on this server: {1}", name, ofAnotherServer);
        }
    }
}
