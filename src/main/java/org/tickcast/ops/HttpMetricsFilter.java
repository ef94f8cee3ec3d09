package org.tickcast.ops;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.ops.metrics.HttpMetrics;
import org.tickcast.rest.RouteName;

/** Measures every request but those for a socket and for the figures themselves. {@code web.xml} has it stand first. */
public class HttpMetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient HttpMetrics metrics;

    @Inject
    public HttpMetricsFilter(HttpMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHeader("Upgrade") != null || request.getServletPath().equals(MetricsServlet.PATH)) {
            chain.doFilter(request, response);
            return;
        }
        Measured measured = new Measured(request, response, System.nanoTime());
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            if (failed) {
                measured.over(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // The server writes that, behind us.
            } else if (!measured.goesOn()) {
                measured.over(response.getStatus());
            }
        }
    }

    /** One request, until its answer is complete. */
    private final class Measured implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final long began;
        private final String method;

        private Measured(HttpServletRequest request, HttpServletResponse response, long began) {
            this.request = request;
            this.response = response;
            this.began = began;
            this.method = request.getMethod();
        }

        /** Whether somebody else completes the answer; then we are told when. */
        private boolean goesOn() {
            try {
                if (request.isAsyncStarted()) {
                    request.getAsyncContext().addListener(this);
                    return true;
                }
                return false;
            } catch (IllegalStateException completedMeanwhile) {
                return false;
            }
        }

        private void over(int status) {
            metrics.answered(method, RouteName.of(request), status, System.nanoTime() - began);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            over(response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed all the same.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed all the same.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Nothing of ours starts twice.
        }
    }
}
