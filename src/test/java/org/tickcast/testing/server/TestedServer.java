package org.tickcast.testing.server;

/** Which server the tests run on, for the few answers that are the server's own and that nothing of ours can change. */
public final class TestedServer {

    private TestedServer() {}

    /** Payara Micro otherwise. */
    public static boolean isWildFly() {
        return System.getProperty("wildfly.home") != null;
    }
}
