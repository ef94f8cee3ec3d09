package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tickcast.admission.AddressCapacityCheck;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionCheck;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.DescriptorCheck;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.OriginCheck;
import org.tickcast.admission.OriginRules;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.ServerCapacityCheck;
import org.tickcast.admission.StaticToken;
import org.tickcast.admission.StaticTokens;
import org.tickcast.admission.StayCheck;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.Token;
import org.tickcast.admission.TokenReader;
import org.tickcast.admission.TokenReaders;
import org.tickcast.admission.jwt.ConfiguredKeys;
import org.tickcast.admission.jwt.JwksKeys;
import org.tickcast.admission.jwt.JwksSettings;
import org.tickcast.admission.jwt.JwtReader;
import org.tickcast.admission.jwt.KeySource;
import org.tickcast.admission.jwt.VerificationKey;
import org.tickcast.admission.rate.ConnectRate;
import org.tickcast.admission.rate.ConnectRateCheck;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.ops.AuditLog;
import org.tickcast.ops.ClientAudit;
import org.tickcast.ops.FileDescriptors;
import org.tickcast.ops.FileWatch;
import org.tickcast.ops.LoggerDesk;
import org.tickcast.ops.OperatorAudit;
import org.tickcast.ops.OperatorListener;
import org.tickcast.ops.Orders;
import org.tickcast.ops.RevocationDesk;
import org.tickcast.ops.metrics.AdmissionMetrics;
import org.tickcast.ops.metrics.SocketMetrics;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.Heartbeat;
import org.tickcast.socket.OpenSockets;
import org.tickcast.socket.RejectModes;

/** The part of the object graph that decides who may come in. */
@ApplicationScoped
public class AdmissionBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final InstantSource STEADY = new SteadyClock();

    @Resource
    @SuppressWarnings("NullAway.Init") // The container's own executor, injected after construction.
    private ManagedExecutorService threads;

    @Produces
    @Singleton
    AdmissionSettings settings(GatewaySettings settings) {
        return settings.admission();
    }

    @Produces
    @Singleton
    SharedToken sharedToken(AdmissionSettings settings) {
        return SharedToken.from(settings.auth());
    }

    @Produces
    @Singleton
    TokenReaders tokens(AdmissionSettings settings, SharedToken shared, SigningSecret secret) {
        List<TokenReader> readers = new ArrayList<>();
        List<StaticToken> configured = new ArrayList<>(settings.auth().named());
        Token token = shared.token();
        if (token != null) {
            configured.add(StaticToken.shared(token));
        }
        readers.add(new StaticTokens(configured));
        JwtSettings jwt = settings.auth().jwt();
        List<KeySource> keys = keys(jwt, secret);
        if (!keys.isEmpty()) {
            readers.add(new JwtReader(jwt.rules(), keys, CLOCK));
        }
        return new TokenReaders(readers);
    }

    private List<KeySource> keys(JwtSettings jwt, SigningSecret secret) {
        List<VerificationKey> configured = new ArrayList<>(jwt.keys());
        if (secret.text() != null) {
            configured.add(VerificationKey.ofSecret(secret.text()));
        }
        List<KeySource> sources = new ArrayList<>();
        if (!configured.isEmpty()) {
            sources.add(new ConfiguredKeys(configured));
        }
        JwksSettings published = jwt.published();
        if (published != null) {
            JwksKeys keys = new JwksKeys(published, threads, STEADY, new JwksLog());
            keys.refreshWhenOld();
            sources.add(keys);
        }
        return sources;
    }

    @Produces
    @Singleton
    TicketBook tickets(AdmissionSettings settings) {
        return new TicketBook(
                settings.auth().ticketLifetime(),
                settings.auth().jwt().rules().clockSkew(),
                CLOCK,
                STEADY,
                new SecureRandom());
    }

    @Produces
    @Singleton
    Revocations revocations() {
        return new Revocations();
    }

    @Produces
    @Singleton
    IdentityCheck identity(
            AdmissionSettings settings, TokenReaders tokens, TicketBook tickets, Revocations revocations) {
        return new IdentityCheck(tokens, tickets, revocations, settings.auth().openDoors());
    }

    @Produces
    @Singleton
    GuessRate guesses(AdmissionSettings settings, NodeBus bus) {
        return new GuessRate(settings.wrongTokens(), System::nanoTime, bus.use());
    }

    @Produces
    @Singleton
    LeaseBook leases(AdmissionSettings settings, NodeBus bus) {
        return new LeaseBook(settings.limits(), settings.plans(), STEADY, bus.tally());
    }

    @Produces
    @Singleton
    DrainCheck drain() {
        return new DrainCheck();
    }

    @Produces
    @Singleton
    DescriptorCheck files(AdmissionSettings settings) {
        return new DescriptorCheck(settings.spareFiles());
    }

    @Produces
    @Singleton
    EncryptionCheck encryption(AdmissionSettings settings) {
        return new EncryptionCheck(settings.encryptedOnly());
    }

    @Produces
    @Singleton
    AuditLog audit() {
        return new AuditLog(CLOCK);
    }

    @Produces
    @Singleton
    OriginRules origins(AdmissionSettings settings) {
        return settings.origins();
    }

    @Produces
    @Singleton
    AdmissionListener listener(AdmissionSettings settings, AuditLog audit, AdmissionMetrics metrics) {
        return settings.audited() ? AdmissionListener.all(List.of(new ClientAudit(audit), metrics)) : metrics;
    }

    @Produces
    @Singleton
    OperatorListener operatorListener(AdmissionSettings settings, AuditLog audit) {
        return settings.audited() ? new OperatorAudit(audit) : OperatorListener.NONE;
    }

    @Produces
    @Singleton
    LoggerDesk loggers(OperatorListener listener) {
        return new LoggerDesk(listener);
    }

    void close(@Disposes LoggerDesk loggers) {
        loggers.close();
    }

    @Produces
    @Singleton
    RevocationDesk revocationDesk(Orders orders, OperatorListener listener) {
        return new RevocationDesk(orders::revoke, listener, CLOCK);
    }

    @Produces
    @Singleton
    SocketSweep sweep(
            AdmissionSettings settings,
            OpenSockets sockets,
            Revocations revocations,
            Heartbeat heartbeat,
            SocketMetrics metrics,
            AuditLog audit,
            DescriptorCheck files) {
        return new SocketSweep(
                sockets,
                new StayCheck(revocations, settings.auth().stayAfterExpiry()),
                heartbeat,
                metrics,
                audit,
                new FileWatch(FileDescriptors.ofThisProcess(), files, STEADY),
                CLOCK,
                System::nanoTime);
    }

    /** The rules in their order: the cheap ones first. */
    @Produces
    @Singleton
    Admission admission(
            AdmissionSettings settings,
            DrainCheck drain,
            DescriptorCheck files,
            LeaseBook leases,
            EncryptionCheck encryption,
            IdentityCheck identity,
            AdmissionListener listener,
            NodeBus bus) {
        List<AdmissionCheck> checks = new ArrayList<>();
        checks.add(drain);
        checks.add(files);
        checks.add(new ServerCapacityCheck(leases));
        checks.add(new ConnectRateCheck(new ConnectRate(settings.connects(), System::nanoTime, "connects", bus.use())));
        checks.add(new AddressCapacityCheck(leases));
        checks.add(encryption);
        checks.add(new OriginCheck(settings.origins()));
        return new Admission(checks, identity, leases, listener);
    }

    @Produces
    @Singleton
    AttemptReader attempts(AdmissionSettings settings) {
        return new AttemptReader(settings.proxies(), settings.auth().queryTokens());
    }

    @Produces
    @Singleton
    RejectModes rejectModes(AdmissionSettings settings) {
        return settings.rejectModes();
    }
}
