package org.tickcast.socket.line;

import java.lang.System.Logger.Level;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Threads like those of Payara's own network layer. To each of them it gives a pool of buffers and of the other objects
 * that it needs for a write; on any other thread it makes them anew each time.
 *
 * <p>Its classes are not for us to compile against, but all constructors and methods used are public.
 */
final class GrizzlyThreads implements Executor {

    private static final System.Logger LOG = System.getLogger(GrizzlyThreads.class.getName());
    private static final String NAME = "tickcast-sender";

    private final Constructor<?> newThread;
    private final Method newPool;
    private final Object memory;
    private final Object attributes;

    private GrizzlyThreads(Constructor<?> newThread, Method newPool, Object memory, Object attributes) {
        this.newThread = newThread;
        this.newPool = newPool;
        this.memory = memory;
        this.attributes = attributes;
    }

    /** Null where there is no Grizzly, or one that is not as we know it. */
    static @Nullable GrizzlyThreads find() {
        try {
            Class<?> attributeBuilder = Class.forName("org.glassfish.grizzly.attributes.AttributeBuilder");
            Class<?> pool = Class.forName("org.glassfish.grizzly.memory.ThreadLocalPool");
            Class<?> provider = Class.forName("org.glassfish.grizzly.memory.ThreadLocalPoolProvider");
            Class<?> thread = Class.forName("org.glassfish.grizzly.threadpool.DefaultWorkerThread");
            Class<?> manager = Class.forName("org.glassfish.grizzly.memory.MemoryManager");
            GrizzlyThreads found = new GrizzlyThreads(
                    thread.getConstructor(attributeBuilder, String.class, pool, Runnable.class),
                    provider.getMethod("createThreadLocalPool"),
                    manager.getField("DEFAULT_MEMORY_MANAGER").get(null),
                    attributeBuilder.getField("DEFAULT_ATTRIBUTE_BUILDER").get(null));
            found.thread(() -> {}); // Whether it can be made is seen when one is made.
            return found;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError anotherServer) {
            LOG.log(Level.DEBUG, "No Grizzly here that we know: {0}", anotherServer);
            return null;
        }
    }

    @Override
    public void execute(Runnable work) {
        try {
            Thread thread = thread(work);
            thread.setDaemon(true);
            thread.start();
        } catch (ReflectiveOperationException cannotBe) {
            throw new IllegalStateException("A thread could be made before, and cannot now", cannotBe);
        }
    }

    private Thread thread(Runnable work) throws ReflectiveOperationException {
        return (Thread) newThread.newInstance(attributes, NAME, newPool.invoke(memory), work);
    }
}
