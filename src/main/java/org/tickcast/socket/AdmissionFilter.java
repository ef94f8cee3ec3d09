package org.tickcast.socket;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.tickcast.admission.Admission;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/**
 * The first to see an upgrade request and the last to see its answer. It knows the client's address, which the
 * WebSocket API does not; it writes the refusal, which the WebSocket API cannot; and it gives the client's place back
 * when an admitted handshake fails after all.
 */
@WebFilter(
        urlPatterns = {"/ws", "/ws/*"},
        asyncSupported = true)
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String SOCKETS = "/ws/";
    private static final String PREFLIGHT = "/ws/preflight";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final System.Logger LOG = System.getLogger(AdmissionFilter.class.getName());

    private final transient Admission admission;
    private final transient RejectModes modes;
    private final transient AttemptReader attempts;
    private final transient RefusalWriter refusals;

    @Inject
    public AdmissionFilter(Admission admission, RejectModes modes, AttemptReader attempts, RefusalWriter refusals) {
        this.admission = admission;
        this.modes = modes;
        this.attempts = attempts;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = pathOf(request);
        if (path.equals(PREFLIGHT)) {
            preflight(request, response);
            return;
        }
        if (!UpgradeHeaders.askForWebSocket(request)) {
            refusals.write(isChannel(path) ? CloseCode.NOT_A_WEBSOCKET : CloseCode.NO_SUCH_SOCKET, request, response);
            return;
        }
        CloseCode objection = UpgradeHeaders.objection(request);
        if (objection != null) {
            refusals.write(objection, request, response);
            return;
        }
        Handshake handshake = new Handshake(admission, attempts.read(request, doorAt(path)), modes);
        HeldResponse held = new HeldResponse(response, handshake);
        try {
            handshake.bindToThisThread();
            chain.doFilter(new HandshakeRequest(request, response, handshake), held);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The server failed in a handshake", failure);
            held.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            Handshake.unbindFromThisThread();
            if (!held.isUpgrade()) {
                giveBackPlace(handshake);
            }
        }
        if (!held.isUpgrade()) {
            answer(handshake, held, request, response);
        }
    }

    /** Says what a handshake would be told, for browsers, which are not shown why one failed. */
    private void preflight(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!READING.contains(request.getMethod())) {
            refusals.writeWrongMethod("GET, HEAD", request, response);
            return;
        }
        try {
            rehearse(request, response);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The server failed in a preflight", failure);
            refusals.write(CloseCode.REQUEST_FAILED, request, response);
        }
    }

    private void rehearse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = pathAskedFor(request);
        if (!isChannel(path)) {
            refusals.write(CloseCode.NO_SUCH_SOCKET, request, response);
            return;
        }
        Verdict.Refused objection = admission.rehearse(attempts.read(request, doorAt(path)));
        if (objection == null) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            refusals.write(objection, request, response);
        }
    }

    /** Nothing is at a path that cannot be read. */
    private static String pathAskedFor(HttpServletRequest request) {
        try {
            return QueryString.of(request).getOrDefault("path", "");
        } catch (IllegalArgumentException noSuchEncoding) {
            return "";
        }
    }

    private static void giveBackPlace(Handshake handshake) {
        if (handshake.verdict() instanceof Verdict.Admitted admitted) {
            admitted.lease().release();
        }
    }

    private void answer(
            Handshake handshake, HeldResponse held, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (handshake.verdict() instanceof Verdict.Refused refused) {
            refusals.write(refused, request, response);
        } else {
            refusals.write(reasonFor(held.getStatus()), request, response);
        }
    }

    /** Why a handshake came to nothing that nobody refused. */
    private static CloseCode reasonFor(int containerStatus) {
        if (containerStatus >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return CloseCode.INTERNAL;
        }
        return containerStatus == HttpServletResponse.SC_NOT_FOUND ? CloseCode.NO_SUCH_SOCKET : CloseCode.BAD_HANDSHAKE;
    }

    /** Decoded and without parameters, which is how the server finds the endpoint. */
    private static String pathOf(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }

    /** What the socket at this path is called where tokens and settings name it. */
    private static String doorAt(String path) {
        return path.startsWith(SOCKETS) ? path.substring(SOCKETS.length()) : path;
    }

    private static boolean isChannel(String path) {
        for (Channel channel : Channel.values()) {
            if (path.equals(SOCKETS + channel.id())) {
                return true;
            }
        }
        return false;
    }
}
