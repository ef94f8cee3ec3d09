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
import org.tickcast.admission.Admission;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
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
    private static final System.Logger LOG = System.getLogger(AdmissionFilter.class.getName());

    private final transient Admission admission;
    private final transient RefusalWriter refusals;

    @Inject
    public AdmissionFilter(Admission admission, RefusalWriter refusals) {
        this.admission = admission;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!UpgradeHeaders.askForWebSocket(request)) {
            refusals.write(
                    isChannel(request) ? CloseCode.NOT_A_WEBSOCKET : CloseCode.NO_SUCH_SOCKET, request, response);
            return;
        }
        CloseCode objection = UpgradeHeaders.objection(request);
        if (objection != null) {
            refusals.write(objection, request, response);
            return;
        }
        Handshake handshake = new Handshake(admission, attempt(request));
        HeldResponse held = new HeldResponse(response, handshake);
        try {
            handshake.bindToThisThread();
            chain.doFilter(new HandshakeRequest(request, handshake), held);
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

    private static Attempt attempt(HttpServletRequest request) {
        return new Attempt(new ClientAddress(request.getRemoteAddr()), ShownToken.of(request));
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

    private static boolean isChannel(HttpServletRequest request) {
        // Decoded and without parameters, which is how the server finds the endpoint.
        String path = request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
        for (Channel channel : Channel.values()) {
            if (path.equals("/ws/" + channel.id())) {
                return true;
            }
        }
        return false;
    }
}
