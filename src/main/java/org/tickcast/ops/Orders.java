package org.tickcast.ops;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Kick;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Revocations;
import org.tickcast.cluster.Bus;

/**
 * What an operator says to one server and all have to do: tokens that were taken back, users who have to go, and letting
 * everybody go. What was taken back is known to servers that start later, too; the rest is for those that hear of it.
 *
 * <p>Threads: any.
 */
public final class Orders implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Orders.class.getName());
    private static final String TOPIC = "operators";
    private static final String LET_GO = "let-everybody-go";
    private static final String KICK = "kick ";
    private static final String USER = "user";
    private static final String TOKEN = "token";
    private static final String EVERYBODY = "everybody";

    private final Bus bus;
    private final Revocations revocations;
    private final ToIntFunction<Kick> kick;
    private final Runnable letEverybodyGo;
    private final AtomicBoolean saidThatItIsNone = new AtomicBoolean();
    private final AtomicBoolean saidThatThereIsNoRoom = new AtomicBoolean();

    @GuardedBy("this") private Bus.@Nullable Subscription subscription;

    /**
     * @param kick closes connections of this server and says how many
     * @param letEverybodyGo what to do when another server was told so; to do it twice is to do it
     */
    public Orders(Bus bus, Revocations revocations, ToIntFunction<Kick> kick, Runnable letEverybodyGo) {
        this.bus = bus;
        this.revocations = revocations;
        this.kick = kick;
        this.letEverybodyGo = letEverybodyGo;
    }

    /** From now on it hears the others. */
    public synchronized void start() {
        subscription = bus.subscribe(TOPIC, new Ear());
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** Revokes here at once, and on the others soon. False when there is no room, and nothing is revoked. */
    public boolean revoke(Revocation revocation) {
        boolean taken = revocations.revoke(revocation);
        if (taken) {
            bus.publish(TOPIC, written(revocation));
        }
        return taken;
    }

    /** Has a user go from here at once, and from the others soon. Returns how many of his connections were here. */
    int kick(Kick user) {
        int closed = kick.applyAsInt(user);
        bus.publish(TOPIC, KICK + user.until() + ' ' + user.user());
        return closed;
    }

    void letEverybodyGo() {
        bus.publish(TOPIC, LET_GO);
    }

    private static String written(Revocation revocation) {
        if (revocation instanceof Revocation.OfUser some) {
            return USER + ' ' + some.issuedBefore() + ' ' + some.user();
        }
        if (revocation instanceof Revocation.OfToken one) {
            return TOKEN + ' ' + one.tokenId();
        }
        return EVERYBODY + ' ' + ((Revocation.OfEverybody) revocation).issuedBefore();
    }

    private static Revocation read(String text) {
        String[] words = text.split(" ", 2);
        String rest = words.length < 2 ? "" : words[1];
        return switch (words[0]) {
            case USER -> ofUser(rest.split(" ", 2));
            case TOKEN -> new Revocation.OfToken(rest);
            case EVERYBODY -> new Revocation.OfEverybody(Instant.parse(rest));
            default -> throw new IllegalArgumentException("No revocation");
        };
    }

    private static Revocation ofUser(String[] words) {
        return new Revocation.OfUser(words.length < 2 ? "" : words[1], Instant.parse(words[0]));
    }

    /** What may be heard late, and more than once. */
    private void obey(String text) {
        try {
            if (text.startsWith(KICK)) {
                String[] words = text.substring(KICK.length()).split(" ", 2);
                var unused = kick.applyAsInt(new Kick(words.length < 2 ? "" : words[1], Instant.parse(words[0])));
            } else if (!revocations.revoke(read(text)) && !saidThatThereIsNoRoom.getAndSet(true)) {
                LOG.log(Level.WARNING, "There is no room for what other servers have revoked");
            }
        } catch (IllegalArgumentException | DateTimeException other) {
            if (!saidThatItIsNone.getAndSet(true)) {
                LOG.log(Level.WARNING, "What was heard among the orders of operators is none of ours, and is skipped");
            }
        }
    }

    private final class Ear implements Bus.Listener {

        @Override
        public void hear(String message) {
            if (message.equals(LET_GO)) {
                letEverybodyGo.run();
            } else {
                obey(message);
            }
        }

        @Override
        public List<String> known() {
            return revocations.all().stream().map(Orders::written).toList();
        }

        /**
         * It adds to what this server knows, because nothing that was taken back is ever good again. Of who was kicked
         * meanwhile only those have to go who have been here since before.
         */
        @Override
        public void learn(List<String> known) {
            // Who was let go before this server heard of it has gone elsewhere, here among others.
            known.stream().filter(message -> !message.equals(LET_GO)).forEach(Orders.this::obey);
        }
    }
}
