package org.tickcast.testing.server;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;

/**
 * A Payara Micro that stays up from the first test class that needs it to the end of the run. All classes deploy the
 * same archive, so the second finds it running; each uses client addresses of its own and so meets nobody else's
 * limits.
 */
public class TestServer extends PayaraMicroDeployableContainer {

    private static final int SECONDS_TO_END = 15;

    private @Nullable Archive<?> deployed;
    private ProtocolMetaData address = new ProtocolMetaData();
    private Set<ProcessHandle> processes = Set.of();

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (deployed == null) {
            Set<ProcessHandle> others = children();
            address = onLoopback(super.deploy(archive));
            deployed = archive;
            processes = children();
            processes.removeAll(others);
        }
        return address;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // The next test class finds it still there.
    }

    @Override
    public void stop() {
        try {
            if (deployed != null) {
                super.undeploy(deployed);
            }
        } catch (DeploymentException e) {
            throw new IllegalStateException("The server does not stop", e);
        }
        processes.forEach(TestServer::awaitEnd);
    }

    /**
     * The connector reads the address from the log, and now and then reads the port before the list of servlets is
     * there. We know both: it listens on 127.0.0.1, and we deploy at the root.
     */
    private static ProtocolMetaData onLoopback(ProtocolMetaData found) {
        ProtocolMetaData loopback = new ProtocolMetaData();
        for (HTTPContext context : found.getContexts(HTTPContext.class)) {
            HTTPContext here = new HTTPContext("127.0.0.1", context.getPort());
            here.add(new Servlet("default", "/"));
            here.add(new Servlet("ArquillianServletRunnerEE9", "/"));
            loopback.addContext(here);
        }
        return loopback;
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }
}
