package org.tickcast.testing.server;

import java.net.URL;
import java.util.concurrent.TimeUnit;

/** How many places each address holds on a server of the tests. */
public final class Places implements AutoCloseable {

    private static final int SECONDS = 15;

    private final TyrusClient asking;

    public Places(URL server) throws Exception {
        asking = new TyrusClient(server, "/test/places");
    }

    public int heldBy(String address) throws Exception {
        asking.send(address);
        return Integer.parseInt(asking.next());
    }

    /** Asks again and again, until the address holds no more than this. */
    public void await(String address, int held) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int holds = heldBy(address);
        while (holds > held) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(address + " still holds " + holds + " places, not " + held);
            }
            holds = heldBy(address);
        }
    }

    @Override
    public void close() throws Exception {
        asking.close();
    }
}
