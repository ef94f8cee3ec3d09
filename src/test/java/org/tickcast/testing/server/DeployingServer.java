package org.tickcast.testing.server;

import java.io.IOException;
import java.net.URL;
import java.util.Map;

/** A server of the test's own, on 127.0.0.1, that deploys the built WAR at the root and undeploys it when it is told to. */
public interface DeployingServer extends AutoCloseable {

    /** The one that the tests run on. @param settings system properties of the server */
    static DeployingServer start(Map<String, String> settings) throws IOException {
        return TestedServer.isWildFly() ? new DeployingWildFly(settings) : new DeployingPayara(settings);
    }

    URL address();

    void deploy() throws IOException;

    void undeploy() throws IOException;

    /** What goes on inside it. */
    RunningJvm jvm();

    @Override
    void close() throws InterruptedException;
}
