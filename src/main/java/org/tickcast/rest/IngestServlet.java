package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Verdict;
import org.tickcast.feed.Delivery;
import org.tickcast.feed.IngestFeed;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.IngestReport;
import org.tickcast.wire.WireCodec;

/**
 * Where producers push events in. A servlet and no resource of Jakarta REST, which reads a body by blocking a thread for
 * it: a producer may keep one request open all day, and must not cost one of the few threads that serve everybody.
 *
 * <p>Threads: any number of requests at once; what one of them owns is in its {@link IngestStream}.
 */
@WebServlet(name = IngestServlet.NAME, urlPatterns = IngestServlet.PATH, asyncSupported = true)
public class IngestServlet extends HttpServlet {

    static final String NAME = "ingest";
    static final String PATH = "/api/ingest";

    private static final long serialVersionUID = 1;
    private static final long NO_TIMEOUT = 0;
    private static final System.Logger LOG = System.getLogger(IngestServlet.class.getName());

    private final transient IngestEntrance entrance;
    private final transient IngestFeed feed;
    private final transient IngestLimits limits;
    private final transient IngestThreads threads;
    private final transient IngestAnswers answers;
    private final transient Semaphore places;

    @Inject
    public IngestServlet(
            IngestEntrance entrance, IngestFeed feed, IngestLimits limits, IngestThreads threads, WireCodec codec) {
        this.entrance = entrance;
        this.feed = feed;
        this.limits = limits;
        this.threads = threads;
        this.answers = new IngestAnswers(codec);
        this.places = new Semaphore(limits.producers());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Verdict.Refused objection = entrance.objection(request);
        if (objection != null) {
            answers.refuse(objection, response);
        } else if (places.tryAcquire()) {
            letIn(request, response);
        } else {
            answers.refuse(CloseCode.PRODUCER_LIMIT, response);
        }
    }

    /** The place is given back once: by the stream at its end, or here when there is never to be one. */
    private void letIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Runnable giveBack = once(places::release);
        try {
            takeIn(request, response, giveBack);
        } catch (IOException | RuntimeException | Error failure) {
            giveBack.run();
            throw failure;
        }
    }

    private static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    private void takeIn(HttpServletRequest request, HttpServletResponse response, Runnable giveBack)
            throws IOException {
        Delivery delivery = feed.open();
        if (delivery == null) {
            giveBack.run();
            answers.refuse(CloseCode.BUSY, response);
            return;
        }
        try {
            listen(request, response, delivery, giveBack);
        } catch (IOException | RuntimeException | Error failure) {
            delivery.close();
            throw failure;
        }
    }

    private void listen(HttpServletRequest request, HttpServletResponse response, Delivery delivery, Runnable giveBack)
            throws IOException {
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(NO_TIMEOUT);
        long length = request.getContentLengthLong();
        if (length == IngestStream.UNKNOWN_LENGTH) {
            response.setHeader("Connection", "close"); // Payara may already be reading what comes behind the body.
        }
        IngestStream.Reply reply = (bad, report) -> {
            giveBack.run();
            answer(bad, report, response);
            exchange.complete();
        };
        IngestStream stream =
                new IngestStream(request.getInputStream(), length, delivery, limits.waitForRoom(), threads, reply);
        delivery.whenEndedByFeed(stream::stop);
        request.getInputStream().setReadListener(stream);
    }

    private void answer(@Nullable CloseCode bad, IngestReport report, HttpServletResponse response) {
        try {
            if (bad == null) {
                answers.finish(report, response);
            } else {
                answers.breakOff(bad, report, response);
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "A producer did not wait for its answer", gone);
        }
    }
}
