package org.tickcast.testing;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Extension;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session that sends at once, and remembers what it has sent and how it was closed. All else it cannot do. */
public final class FakeSession {

    private final String id;
    private final Principal principal;
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private final Map<String, List<String>> parameters = new HashMap<>();
    private final List<Extension> extensions = new ArrayList<>();
    private String subprotocol = "";
    private final RemoteEndpoint.Async remote = fake(RemoteEndpoint.Async.class, this::send);
    private final Session session = fake(Session.class, this::answer);

    public FakeSession(String id) {
        this(id, () -> "nobody");
    }

    public FakeSession(String id, Principal principal) {
        this.id = id;
        this.principal = principal;
    }

    /** The protocol that was agreed on in the handshake. */
    public FakeSession speaking(String protocol) {
        subprotocol = protocol;
        return this;
    }

    /** What changes its frames on their way. */
    public FakeSession extendedBy(String extension) {
        extensions.add(fake(Extension.class, (method, arguments) -> extension));
        return this;
    }

    /** What the address had behind its question mark. */
    public FakeSession with(String parameter, String value) {
        parameters.put(parameter, List.of(value));
        return this;
    }

    /** Has something happen whenever this method of the session is called, before it answers. */
    public void meanwhile(String method, Runnable happens) {
        meanwhile.put(method, happens);
    }

    public Session session() {
        return session;
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }

    public List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    private Object answer(String method, Object[] arguments) {
        meanwhile.getOrDefault(method, () -> {}).run();
        return switch (method) {
            case "getId" -> id;
            case "getUserPrincipal" -> principal;
            case "isOpen" -> closeCodes.isEmpty();
            case "setMaxIdleTimeout" -> arguments[0];
            case "getNegotiatedExtensions" -> extensions;
            case "getNegotiatedSubprotocol" -> subprotocol;
            case "getRequestParameterMap" -> parameters;
            case "setMaxTextMessageBufferSize", "setMaxBinaryMessageBufferSize" -> arguments[0];
            case "getAsyncRemote" -> remote;
            case "close" ->
                closeCodes.add(((CloseReason) arguments[0]).getCloseCode().getCode());
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object send(String method, Object[] arguments) {
        sent.add((String) arguments[0]);
        ((SendHandler) arguments[1]).onResult(new SendResult());
        return sent;
    }

    private interface Answers {

        Object to(String method, Object[] arguments);
    }

    @SuppressWarnings("NullAway") // What a void method returns is looked at by nobody.
    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.to(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
