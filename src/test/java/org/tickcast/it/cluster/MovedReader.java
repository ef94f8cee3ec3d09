package org.tickcast.it.cluster;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.tickcast.testing.server.PictureClient;

/**
 * A client of the market that goes to the other server whenever it is told to go, and looks whether it misses anything.
 * What it returns is what was wrong; nothing, if all went well.
 */
final class MovedReader implements Callable<String> {

    private final Cluster cluster;
    private final String address;
    private final int moves;
    private final StringBuilder wrong = new StringBuilder();

    /** @param moves after so many, and once its picture was compared with the server's there, it has seen enough */
    MovedReader(Cluster cluster, String address, int moves) {
        this.cluster = cluster;
        this.address = address;
        this.moves = moves;
    }

    @Override
    public String call() throws IOException {
        ClusterNode node = cluster.one();
        PictureClient client = node.reads(address);
        for (int move = 0; move < moves; move++) {
            readUntilBye(client);
            client.close();
            compare(client, "before move " + move);
            node = cluster.otherThan(node);
            client = client.goOn(address, node.url(), ClusterNode.MARKET);
            goesOn(client, move);
        }
        long before = client.picture().beats();
        client.next("beat");
        if (client.picture().beats() == before) {
            wrong.append("at the end it shows something else; ");
        }
        client.close();
        return wrong.toString();
    }

    private static void readUntilBye(PictureClient client) throws IOException {
        String type = "";
        while (!type.equals("bye")) {
            type = client.next().getString("type");
        }
    }

    private void goesOn(PictureClient client, int move) throws IOException {
        if (!client.next("hello").getBoolean("resumed")) {
            wrong.append("move ").append(move).append(" did not resume; ");
        }
        JsonObject first = client.nextPicture();
        if (!first.getString("type").equals("patch")) {
            wrong.append("move ").append(move).append(" took a snapshot; ");
        }
        compare(client, "after move " + move);
    }

    private void compare(PictureClient client, String when) {
        if (client.picture().takeResync()) {
            wrong.append(when).append(" it missed a version; ");
        }
    }
}
