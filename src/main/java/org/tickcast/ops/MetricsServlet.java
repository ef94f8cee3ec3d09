package org.tickcast.ops;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;
import org.tickcast.ops.metrics.Meters;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;

/** Figures for Prometheus. */
@WebServlet(MetricsServlet.PATH)
public class MetricsServlet extends HttpServlet {

    static final String PATH = "/metrics";

    private static final long serialVersionUID = 1;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient MetricsDoor door;
    private final transient Meters meters;
    private final transient AttemptReader attempts;
    private final transient AdmissionListener listener;
    private final transient RefusalWriter refusals;

    @Inject
    public MetricsServlet(
            MetricsDoor door,
            Meters meters,
            AttemptReader attempts,
            AdmissionListener listener,
            RefusalWriter refusals) {
        this.door = door;
        this.meters = meters;
        this.attempts = attempts;
        this.listener = listener;
        this.refusals = refusals;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Attempt attempt = attempts.readHeader(request, Attempt.METRICS);
        Verdict.Refused objection = door.objection(attempt);
        if (objection != null) {
            listener.refused(attempt, objection);
            refusals.write(objection, request, response);
        } else if (READING.contains(request.getMethod())) {
            show(request, response);
        } else {
            refusals.writeWrongMethod("GET, HEAD", request, response);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] text = meters.text().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Meters.CONTENT_TYPE);
        response.setContentLength(text.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(text);
        }
    }
}
