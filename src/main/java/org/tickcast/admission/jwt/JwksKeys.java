package org.tickcast.admission.jwt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes. Whoever asks is answered from the last good set, however old and whatever has
 * happened to its source since: an issuer that is down must not lock out those who hold its tokens.
 *
 * <p>A fetch runs in the background, one at a time. It starts when the set has become old, and when a token names a key
 * that is not in it, which is how a new key announces itself. Strangers can make such names up, so between any two fetches
 * lies a pause; a new set takes the whole place of the old one, so a key that was withdrawn is gone.
 *
 * <p>Nimbus has such a cache too ({@code JWKSourceBuilder}). There, though, the thread that asks fetches itself when there
 * is no set yet, when the old one has run out, or when a key is missing, and everybody else queues behind it. Our asker is
 * a handshake, and a slow issuer would hold up the container's threads one after the other.
 *
 * <p>Threads: any.
 */
public final class JwksKeys implements KeySource {

    private final JwksSettings settings;
    private final JwksFetch source;
    private final Executor background;
    private final InstantSource clock;
    private final JwksWatch watch;
    private final Object lock = new Object();

    /** The last good set; null before there was one. */
    private volatile @Nullable List<VerificationKey> keys;

    @GuardedBy("lock") private boolean fetching;

    @GuardedBy("lock") private Instant restUntil = Instant.MIN;

    @GuardedBy("lock") private Instant dueAt = Instant.MIN;

    @GuardedBy("lock") private State told = State.NOTHING;

    private enum State {
        NOTHING,
        REACHED,
        UNREACHABLE
    }

    /** @param background runs the fetches, each of which may wait for as long as the settings allow */
    public JwksKeys(JwksSettings settings, Executor background, InstantSource clock, JwksWatch watch) {
        this.settings = settings;
        this.source = new JwksFetch(settings);
        this.background = background;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public List<VerificationKey> keysFor(JwtAlgorithm algorithm, @Nullable String keyId) {
        if (!algorithm.isPublic()) {
            return List.of();
        }
        refreshWhenOld();
        List<VerificationKey> known = keys;
        if (known == null) {
            return List.of();
        }
        List<VerificationKey> fitting = known.stream()
                .filter(key -> key.mayHaveSigned(algorithm, keyId))
                .toList();
        if (fitting.isEmpty()) {
            refresh(false);
        }
        return fitting;
    }

    @Override
    public @Nullable Duration stillWaitingFor(JwtAlgorithm algorithm) {
        return keys == null && algorithm.isPublic() ? settings.askAgainAfter() : null;
    }

    /** Has the set fetched again if it is old. To be called at the start and now and then, so that no token has to. */
    public void refreshWhenOld() {
        refresh(true);
    }

    private void refresh(boolean onlyWhenOld) {
        if (!mayStart(onlyWhenOld)) {
            return;
        }
        try {
            background.execute(this::fetch);
        } catch (RejectedExecutionException e) {
            // The server is stopping, or very busy. Either way the next one to ask may try again.
            ended(new JwksAnswer.Failure("there was no thread to fetch with"));
        }
    }

    private boolean mayStart(boolean onlyWhenOld) {
        Instant now = clock.instant();
        synchronized (lock) {
            if (fetching || now.isBefore(restUntil) || (onlyWhenOld && now.isBefore(dueAt))) {
                return false;
            }
            fetching = true;
            restUntil = now.plus(settings.askAgainAfter());
            return true;
        }
    }

    private void fetch() {
        JwksAnswer answer = new JwksAnswer.Failure("the fetch broke off");
        try {
            answer = source.fetch();
        } finally {
            // Even an error must not leave us believing that a fetch is under way.
            ended(answer);
        }
    }

    private void ended(JwksAnswer answer) {
        if (answer instanceof JwksAnswer.Keys fresh) {
            keys = fresh.keys();
        }
        State now = answer instanceof JwksAnswer.Keys ? State.REACHED : State.UNREACHABLE;
        if (isNews(now)) {
            tell(answer);
        }
    }

    private boolean isNews(State now) {
        synchronized (lock) {
            fetching = false;
            // After a failure only the pause counts.
            dueAt = now == State.REACHED ? clock.instant().plus(settings.refreshEvery()) : Instant.MIN;
            boolean news = told != now;
            told = now;
            return news;
        }
    }

    private void tell(JwksAnswer answer) {
        if (answer instanceof JwksAnswer.Keys fresh) {
            watch.reached(fresh.keys().size());
        } else if (answer instanceof JwksAnswer.Failure failure) {
            watch.unreachable(failure.why());
        }
    }
}
