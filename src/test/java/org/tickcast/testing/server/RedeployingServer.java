package org.tickcast.testing.server;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import javax.management.ObjectName;

/**
 * The main class of a server that deploys and undeploys when it is told to, which Arquillian's connector cannot do
 * without ending the server. Orders come in on standard input, one a line, and each is answered by one line that
 * starts with {@code DONE}.
 */
public final class RedeployingServer {

    private static final String APPLICATION = "tickcast";

    private RedeployingServer() {}

    public static void main(String[] options) throws Exception {
        PayaraMicroLauncher.main(options);
        PayaraMicroRuntime server = PayaraMicro.getInstance().getRuntime();
        answer(server.getLocalDescriptor().getHttpPorts().get(0));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order, server);
        }
        server.shutdown();
    }

    private static void obey(String order, PayaraMicroRuntime server) throws Exception {
        if (order.equals("deploy")) {
            answer(server.deploy(APPLICATION, "/", new File("target/tickcast.war")));
        } else if (order.equals("undeploy")) {
            server.undeploy(APPLICATION);
            answer(server.getDeployedApplicationNames());
        } else {
            answer(liveInstancesOf(order));
        }
    }

    /** Counts what a garbage collection leaves. */
    private static long liveInstancesOf(String className) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private static void answer(Object what) {
        System.out.println("DONE " + what);
    }
}
