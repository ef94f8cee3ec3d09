package org.tickcast.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.tickcast.socket.RefusalWriter;

/** Has a server's own complaints in our words. Some requests are too broken for it to ask our {@link ProblemMapper}. */
public final class ProblemResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final RefusalWriter refusals;

    public ProblemResponse(HttpServletRequest request, HttpServletResponse response, RefusalWriter refusals) {
        super(response);
        this.request = request;
        this.response = response;
        this.refusals = refusals;
    }

    @Override
    public void sendError(int status) throws IOException {
        refusals.write(ProblemAnswers.reasonFor(status), request, response);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
