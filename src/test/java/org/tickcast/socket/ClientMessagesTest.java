package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Credential;
import org.tickcast.admission.Grants;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.StayCheck;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/** What a client says counts, and a new token is looked at as the first one was. The tokens here are names of users. */
class ClientMessagesTest {

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final Instant SOON = TEN.plusSeconds(60);
    private static final Plans PLANS = new Plans(new Plan(5, 10, 100), Map.of("free", new Plan(5, 2, 100)));

    private final SettableClock clock = new SettableClock(TEN);
    private final Revocations revocations = new Revocations();
    private final IdentityCheck identity = new IdentityCheck(
            ClientMessagesTest::reading,
            new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom()),
            revocations,
            Set.of("market"));
    private final LeaseBook leases = new LeaseBook(new AdmissionLimits(20, 20, Duration.ofSeconds(10)), PLANS, clock);
    private final List<String> heard = new ArrayList<>();
    private final ClientMessages messages = new ClientMessages(
            new SocketLimits(1_000),
            new MessageRate(100, this::nanos),
            PLANS,
            new BreachLimits(3, Duration.ofMinutes(1)),
            identity,
            new AdmissionListener() {
                @Override
                public void tooManyMessages(Connection connection) {
                    heard.add("too many of " + connection.who().id());
                }

                @Override
                public void renewed(Connection connection, @Nullable CloseCode refusal) {
                    heard.add(connection.who().id() + (refusal == null ? " renewed" : " refused " + refusal.id()));
                }
            },
            this::nanos);
    private final SampleClients sample = new SampleClients(clock);
    private int opened;
    private final FakeSession session = new FakeSession("lan's");

    @Test
    void ten_messages_in_a_second_mean_nothing_and_the_eleventh_is_answered() {
        OpenSocket socket = open(session, "lan");

        say(10, "ping", socket);
        assertThat(session.sent()).isEmpty();
        say(1, "ping", socket);

        assertThat(session.sent())
                .singleElement()
                .asString()
                .contains("message-rate")
                .contains("\"retry_after_ms\":1000");
        assertThat(session.closeCodes()).isEmpty();
        assertThat(heard).containsExactly("too many of lan");
    }

    @Test
    void the_third_message_too_many_closes_the_socket() {
        OpenSocket socket = open(session, "lan");

        say(13, "ping", socket);

        assertThat(session.sent()).hasSize(2);
        assertThat(session.closeCodes()).containsExactly(4013);
        assertThat(socket.closedFor()).isEqualTo(CloseCode.MESSAGE_RATE);
    }

    @Test
    void when_the_second_is_over_it_may_speak_again() {
        OpenSocket socket = open(session, "lan");
        say(10, "ping", socket);

        clock.advance(Duration.ofSeconds(1));
        say(10, "ping", socket);

        assertThat(session.sent()).isEmpty();
    }

    @Test
    void all_sockets_of_a_user_count_together_and_each_has_its_own_breaches() {
        OpenSocket one = open(session, "lan");
        FakeSession other = new FakeSession("lan's other");
        OpenSocket two = open(other, "lan");
        FakeSession bystander = new FakeSession("minh's");
        OpenSocket minh = open(bystander, "minh");

        say(10, "ping", one);
        say(2, "ping", two);
        say(2, "ping", one);
        say(10, "ping", minh);

        assertThat(session.sent()).hasSize(2);
        assertThat(other.sent()).hasSize(2);
        assertThat(bystander.sent()).isEmpty();
    }

    @Test
    void a_user_who_is_called_like_an_address_is_not_that_address() {
        OpenSocket anonymous = open(session, null);
        FakeSession other = new FakeSession("user's");
        OpenSocket user = open(other, HERE.text());

        say(10, "ping", anonymous);
        say(10, "ping", user);

        assertThat(other.sent()).isEmpty();
    }

    @Test
    void a_message_that_was_dropped_renews_nothing() {
        OpenSocket socket = open(session, "lan");
        say(10, "ping", socket);

        say(1, auth("minh"), socket);

        assertThat(session.closeCodes()).isEmpty();
        assertThat(heard).containsExactly("too many of lan");
    }

    @Test
    void a_new_token_of_the_same_user_takes_the_place_of_the_old_one() {
        OpenSocket socket = open(session, "lan");
        StayCheck stay = new StayCheck(revocations, Duration.ZERO);

        say(1, auth("lan until later"), socket);

        assertThat(session.sent()).singleElement().asString().startsWith("{\"type\":\"auth\",\"ok\":true,");
        assertThat(heard).containsExactly("lan renewed");
        assertThat(stay.objection(socket.who(), SOON)).isNull();
    }

    @Test
    void the_new_tokens_plan_holds_at_once() {
        OpenSocket socket = open(session, "lan");

        say(1, auth("lan for free"), socket);
        say(4, "ping", socket);

        assertThat(session.sent()).last().asString().contains("\"per_second\":2");
    }

    @Test
    void another_users_token_closes_the_socket_and_changes_nothing() {
        OpenSocket socket = open(session, "lan");

        say(1, auth("minh"), socket);

        assertThat(session.closeCodes()).containsExactly(4002);
        assertThat(socket.who().id()).isEqualTo("lan");
        assertThat(heard).containsExactly("lan refused token-invalid");
    }

    @Test
    void a_token_that_is_not_good_closes_with_the_reason() {
        say(1, auth("expired"), open(session, "lan"));
        FakeSession other = new FakeSession("lan's other");
        revocations.revoke(new Revocation.OfUser("lan", TEN.plusSeconds(1)));
        say(1, auth("lan"), open(other, null));

        assertThat(session.closeCodes()).containsExactly(4003);
        assertThat(other.closeCodes()).containsExactly(4002);
        assertThat(heard).containsExactly("lan refused token-expired", "192.0.2.1 refused token-revoked");
    }

    @Test
    void who_is_known_by_address_only_cannot_become_somebody() {
        say(1, auth("lan"), open(session, null));

        assertThat(session.closeCodes()).containsExactly(4002);
    }

    @Test
    void a_message_that_is_too_big_closes_the_socket_whatever_it_says() {
        say(1, auth("x".repeat(1_000)), open(session, "lan"));

        assertThat(session.closeCodes()).containsExactly(1009);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_sweep_sends_away_who_may_not_stay_and_nobody_else() {
        OpenSockets sockets = new OpenSockets();
        FakeSession staying = new FakeSession("minh's");
        FakeSession nobody = new FakeSession("nobody's");
        sockets.add(open(session, "lan"));
        sockets.add(open(staying, "minh until later"));
        sockets.add(open(nobody, null));
        StayCheck stay = new StayCheck(revocations, Duration.ofSeconds(30));

        sockets.sweep(stay, SOON.plusSeconds(29));
        assertThat(session.closeCodes()).isEmpty();
        sockets.sweep(stay, SOON.plusSeconds(30));

        assertThat(session.closeCodes()).containsExactly(4003);
        assertThat(staying.closeCodes()).isEmpty();
        assertThat(nobody.closeCodes()).isEmpty();
    }

    @Test
    void of_several_reasons_for_a_close_the_first_is_told() {
        OpenSocket socket = open(session, "lan");

        socket.close(CloseCode.TOKEN_EXPIRED);
        socket.close(CloseCode.GOING_AWAY);

        assertThat(socket.closedFor()).isEqualTo(CloseCode.TOKEN_EXPIRED);
    }

    /** @param token null for none */
    private OpenSocket open(FakeSession on, @Nullable String token) {
        Credential shown = token == null ? new Credential.Nothing() : new Credential.Token(token);
        Attempt attempt = new Attempt(
                new Arrival(HERE, false, "tickcast.example"), "market", List.of("http://tickcast.example"), shown);
        Verdict verdict = new Admission(List.of(), identity, leases, AdmissionListener.NONE).decide(attempt);
        Verdict.Admitted admitted = (Verdict.Admitted) verdict;
        opened++;
        assertThat(admitted.lease().number()).isEqualTo(opened);
        return sample.opener.open(sample.clients.of(Channel.MARKET), on.session(), null, admitted, () -> {});
    }

    private void say(int times, String text, OpenSocket socket) {
        for (int i = 0; i < times; i++) {
            messages.heard(socket, text);
        }
    }

    private static String auth(String token) {
        return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }

    /** The user's name, and what the token is good for. */
    private static TokenReading reading(String token) {
        if (token.equals("expired")) {
            return TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED);
        }
        String user = token.split(" ", 2)[0];
        String plan = token.endsWith("for free") ? "free" : null;
        Instant end = token.endsWith("until later") ? SOON.plusSeconds(3600) : SOON;
        Grants grants = new Grants(plan, Set.of(), ChannelScope.ALL, OwnLimits.NONE);
        return new TokenReading.Valid(new Claims(TokenKind.JWT, user, grants, TEN, end, null));
    }

    private long nanos() {
        return Duration.between(TEN, clock.instant()).toNanos();
    }
}
