package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;

/**
 * Where only encrypted connections are accepted, that holds for requests as for sockets: their tokens are the same.
 * {@code web.xml} says where it stands.
 */
public class EncryptionFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient EncryptionCheck encryption;
    private final transient AttemptReader attempts;
    private final transient AdmissionListener listener;
    private final transient RefusalWriter refusals;

    @Inject
    public EncryptionFilter(
            EncryptionCheck encryption, AttemptReader attempts, AdmissionListener listener, RefusalWriter refusals) {
        this.encryption = encryption;
        this.attempts = attempts;
        this.listener = listener;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Attempt attempt = attempts.read(request, Attempt.API);
        Verdict.Refused objection = encryption.objection(attempt);
        if (objection == null) {
            chain.doFilter(request, response);
        } else {
            listener.refused(attempt, objection);
            refusals.write(objection, request, response);
        }
    }
}
