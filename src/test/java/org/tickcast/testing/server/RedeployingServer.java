package org.tickcast.testing.server;

import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The main class of a Payara Micro that deploys and undeploys when it is told to, which Arquillian's connector cannot do
 * without ending the server. Orders come in on standard input, one a line; it says its port when it is up.
 */
public final class RedeployingServer {

    private static final String APPLICATION = "tickcast";

    private RedeployingServer() {}

    public static void main(String[] options) throws Exception {
        PayaraMicroLauncher.main(options);
        PayaraMicroRuntime server = PayaraMicro.getInstance().getRuntime();
        answer("port " + server.getLocalDescriptor().getHttpPorts().get(0));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obey(order, server);
        }
        server.shutdown();
    }

    private static void obey(String order, PayaraMicroRuntime server) {
        if (order.equals("deploy")) {
            server.deploy(APPLICATION, "/", new File("target/tickcast.war"));
        } else {
            server.undeploy(APPLICATION);
        }
        answer("deployed " + server.getDeployedApplicationNames());
    }

    private static void answer(String what) {
        System.out.println(what);
        System.out.println("DONE");
    }
}
