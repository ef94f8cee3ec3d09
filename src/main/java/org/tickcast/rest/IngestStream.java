package org.tickcast.rest;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.Delivery;
import org.tickcast.feed.Metronome;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.IngestReport;

/**
 * Reads the body of one request as it comes, for as long as it comes. No thread waits for bytes, because the server says
 * when there are some; so a producer that is silent for hours costs nothing but its place. While there is no room in the
 * inbox nothing is read: the server's buffers fill, then the connection, and the producer has to wait.
 *
 * <p>Threads: the server's own read what has come, because Payara gets into a muddle when its bytes are still unread as
 * it says that they were the last. They are few and serve everybody, so after a megabyte there is a pause, after which
 * one of the {@link IngestThreads} goes on, as it does where room had to be waited for. All of them read under the lock,
 * and whoever ends it first answers.
 */
final class IngestStream implements ReadListener {

    static final long UNKNOWN_LENGTH = -1;

    private static final System.Logger LOG = System.getLogger(IngestStream.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int BUFFER = 8 * 1024;
    private static final int BUFFERS_IN_A_RUN = 128;

    private final ServletInputStream body;
    private final long length;
    private final Delivery delivery;
    private final Duration longestWait;
    private final IngestThreads threads;
    private final Reply reply;

    /** The server has no more than what can be read at once. */
    private volatile boolean allReceived;

    /** Somebody waits for the lock to end this. */
    private volatile boolean ending;

    @GuardedBy("this") private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    /** Reads nothing meanwhile: there is no room, or it takes a break. */
    @GuardedBy("this") private Metronome.@Nullable Beating pausing;

    @GuardedBy("this") private long pausingSince;

    @GuardedBy("this") private boolean justPaused;

    @GuardedBy("this") private long received;

    /** All has come, and the server has had its time to say so. */
    @GuardedBy("this") private boolean hasAwaitedTheEnd;

    /** No more bytes come than those in the buffer. */
    @GuardedBy("this") private boolean atEnd;

    @GuardedBy("this") private boolean over;

    /** @param length of the body, or {@link #UNKNOWN_LENGTH} */
    IngestStream(
            ServletInputStream body,
            long length,
            Delivery delivery,
            Duration longestWait,
            IngestThreads threads,
            Reply reply) {
        this.body = body;
        this.length = length;
        this.delivery = delivery;
        this.longestWait = longestWait;
        this.threads = threads;
        this.reply = reply;
    }

    /** Hears once how it ended. */
    interface Reply {

        /** @param bad why it ended before the body did; null when the body is at its end */
        void ended(@Nullable CloseCode bad, IngestReport report);
    }

    @Override
    public void onDataAvailable() {
        readOn();
    }

    @Override
    public void onAllDataRead() {
        allReceived = true;
        readOn();
    }

    @Override
    public void onError(Throwable broken) {
        LOG.log(Level.DEBUG, "The body of a producer broke off", broken);
        end(CloseCode.BAD_REQUEST);
    }

    /** The feed takes nothing more. */
    void stop() {
        end(CloseCode.GOING_AWAY);
    }

    private synchronized void readOn() {
        try {
            int left = BUFFERS_IN_A_RUN;
            while (!over && !ending && pausing == null && goesOn()) {
                left--;
                if (left == 0) {
                    pause();
                }
            }
        } catch (IOException broken) {
            onError(broken);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Reading what a producer sends failed", failure);
            end(CloseCode.REQUEST_FAILED);
        }
    }

    /** Deals with what is in the buffer and fills it again; false when there is nothing to go on with now. */
    @GuardedBy("this") private boolean goesOn() throws IOException {
        Delivery.Progress progress = atEnd ? delivery.finish() : delivery.take(buffer);
        return switch (progress) {
            case ALL_TAKEN -> atEnd ? end(null) : fill();
            case NO_ROOM -> pause();
            case FEED_CLOSED -> end(CloseCode.GOING_AWAY);
        };
    }

    /**
     * Asks the server for more only when there may be more. Payara calls a body finished as soon as all of it was
     * received, read or not; and who then asks whether it is ready makes it say once too often that it is not. WildFly
     * wants to be asked whether it is ready before each read, and nothing else: what it then counts as available it
     * does not give.
     *
     * <p>When the last byte has come Payara says so a moment later. Asked before that whether there is more, it reads on
     * behind the body, and the next request on that connection is lost. WildFly has to be asked: it comes back for it.
     */
    @GuardedBy("this") private boolean fill() throws IOException {
        boolean allHere = allReceived || body.isFinished();
        if (!allHere && received == length && !hasAwaitedTheEnd) {
            hasAwaitedTheEnd = true;
            return false;
        }
        if (allHere ? body.available() > 0 : body.isReady()) {
            int read = body.read(buffer.array());
            buffer.position(0).limit(Math.max(read, 0));
            atEnd = read < 0;
            received += Math.max(read, 0);
            return true;
        }
        atEnd = allHere;
        return allHere;
    }

    @GuardedBy("this") private boolean pause() {
        pausingSince = threads.nanoClock().getAsLong();
        justPaused = true;
        try {
            pausing = threads.waiting().every(PAUSE, "wait of a producer", this::goOnIfThereIsRoom);
        } catch (RuntimeException noThread) { // Servers throw different ones, above all when they are stopping.
            LOG.log(Level.DEBUG, "The server has no thread for us now", noThread);
            end(CloseCode.BUSY);
        }
        return false;
    }

    private synchronized void goOnIfThereIsRoom() {
        if (over || pausing == null) {
            return;
        }
        if (justPaused) {
            justPaused = false; // The first beat comes at once, while the server may still be on its way out of here.
        } else if (delivery.retry() != Delivery.Progress.NO_ROOM) {
            endPause();
            hasAwaitedTheEnd = true; // It was long enough, and nobody may come back.
            readOn();
        } else if (threads.nanoClock().getAsLong() - pausingSince >= longestWait.toNanos()) {
            end(CloseCode.BUSY);
        }
    }

    @GuardedBy("this") private void endPause() {
        if (pausing != null) {
            pausing.close();
            pausing = null;
        }
    }

    /** Answers, if nobody has; returns false, for there is nothing to go on with. */
    private boolean end(@Nullable CloseCode bad) {
        ending = true; // Who reads now is done with this after one buffer at most.
        synchronized (this) {
            if (!over) {
                over = true;
                endPause();
                delivery.close();
                reply.ended(bad, delivery.report());
            }
        }
        return false;
    }
}
