package org.tickcast.socket.line;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.attributes.AttributeBuilder;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.memory.ThreadLocalPool;
import org.glassfish.grizzly.memory.ThreadLocalPoolProvider;
import org.glassfish.grizzly.threadpool.DefaultWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Threads like those of Payara's own network layer. To each of them it gives a pool of buffers and of the other objects
 * that it needs for a write; on any other thread it makes them anew each time.
 */
final class GrizzlyThreads implements Executor {

    private static final System.Logger LOG = System.getLogger(GrizzlyThreads.class.getName());
    private static final String NAME = "tickcast-sender";

    private GrizzlyThreads() {}

    /** Null where there is no Grizzly, or one that is not as we know it. */
    static @Nullable GrizzlyThreads find() {
        try {
            thread(() -> {}); // Whether one can be made is seen when one is made.
            return new GrizzlyThreads();
        } catch (RuntimeException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Grizzly here that we know: {0}", anotherServer);
            return null;
        }
    }

    @Override
    public void execute(Runnable work) {
        Thread thread = thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static Thread thread(Runnable work) {
        ThreadLocalPool<?> pool = MemoryManager.DEFAULT_MEMORY_MANAGER instanceof ThreadLocalPoolProvider provider
                ? provider.createThreadLocalPool()
                : null;
        return new DefaultWorkerThread(AttributeBuilder.DEFAULT_ATTRIBUTE_BUILDER, NAME, pool, work);
    }
}
