package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;

/** Stands before all that hands out tokens and tickets: nobody guesses there as fast as he can. */
@WebFilter(
        urlPatterns = {"/auth", "/auth/*"},
        asyncSupported = true)
public class AuthFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient AuthGate gate;
    private final transient AttemptReader attempts;
    private final transient AdmissionListener listener;
    private final transient RefusalWriter refusals;

    @Inject
    public AuthFilter(AuthGate gate, AttemptReader attempts, AdmissionListener listener, RefusalWriter refusals) {
        this.gate = gate;
        this.attempts = attempts;
        this.listener = listener;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Attempt attempt = attempts.readHeader(request, Attempt.AUTH);
        Verdict.Refused objection = gate.objection(attempt);
        if (objection != null) {
            listener.refused(attempt, objection);
            refusals.write(objection, request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, new ProblemResponse(request, response, refusals));
    }
}
