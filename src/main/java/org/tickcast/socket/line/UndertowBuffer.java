package org.tickcast.socket.line;

import io.undertow.websockets.core.WebSocketChannel;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Sets how much the operating system keeps for a client. What names that option is in a library that WildFly hides from
 * applications, so it is found through Undertow, which sees it.
 */
final class UndertowBuffer {

    private static final System.Logger LOG = System.getLogger(UndertowBuffer.class.getName());

    private final Method setOption;
    private final Object size;

    private UndertowBuffer(Method setOption, Object size) {
        this.setOption = setOption;
        this.size = size;
    }

    /** Null, and a line in the log, where the options are not as we know them. */
    static @Nullable UndertowBuffer find() {
        ClassLoader undertow = WebSocketChannel.class.getClassLoader();
        try {
            Class<?> option = Class.forName("org.xnio.Option", false, undertow);
            Object size = Class.forName("org.xnio.Options", true, undertow)
                    .getField("SEND_BUFFER")
                    .get(null);
            return new UndertowBuffer(WebSocketChannel.class.getMethod("setOption", option, Object.class), size);
        } catch (ReflectiveOperationException | LinkageError notAsWeKnowIt) {
            LOG.log(
                    Level.WARNING,
                    "The setting tickcast.send.buffer has no effect: this Undertow does not let us set it ({0})",
                    notAsWeKnowIt);
            return null;
        }
    }

    void limit(WebSocketChannel channel, int bytes) throws ReflectiveOperationException {
        setOption.invoke(channel, size, bytes);
    }
}
