package org.tickcast.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.CloseCode;

/**
 * Hands something out that must not be kept by anybody in between, and so only by POST. These are servlets and not
 * resources of Jakarta REST, because they show nothing of the market and a refusal has the bytes of all others for free.
 */
abstract class AuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(AuthServlet.class.getName());

    private final transient AttemptReader attempts;
    private final transient AdmissionListener listener;
    private final transient RefusalWriter refusals;

    AuthServlet(AttemptReader attempts, AdmissionListener listener, RefusalWriter refusals) {
        this.attempts = attempts;
        this.listener = listener;
        this.refusals = refusals;
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            refusals.writeWrongMethod("POST", request, response);
            return;
        }
        Attempt attempt = attempts.readHeader(request, Attempt.AUTH);
        try {
            Answer answer = answer(request, attempt);
            if (answer instanceof Answer.Given given) {
                write(given.json(), response);
            } else if (answer instanceof Answer.Refused refused) {
                listener.refused(attempt, refused.verdict());
                refusals.write(refused.verdict(), request, response);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Answering " + request.getServletPath() + " failed", failure);
            refusals.write(CloseCode.REQUEST_FAILED, request, response);
        }
    }

    /** What this request gets. */
    abstract Answer answer(HttpServletRequest request, Attempt attempt) throws IOException;

    private static void write(String json, HttpServletResponse response) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What came of it. */
    sealed interface Answer {

        /** Without its text in any log: it is a secret. */
        record Given(String json) implements Answer {

            @Override
            public String toString() {
                return "Given[…]";
            }
        }

        record Refused(Verdict.Refused verdict) implements Answer {

            static Refused of(CloseCode reason) {
                return new Refused(new Verdict.Refused(reason, null));
            }
        }
    }
}
