package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.admission.Callers.THERE;
import static org.tickcast.testing.SampleMarket.TEN;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** Who is it? A token, a ticket, or where that is allowed an address says so. */
class IdentityCheckTest {

    private static final String MARKET = "market";

    private final SettableClock clock = new SettableClock(TEN);
    private final TicketBook tickets = new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom());
    private final Revocations revocations = new Revocations();
    private final Claims lan = Callers.issuedAt(TEN, "lan", "token-1");
    private final Claims narrow =
            Callers.claims("narrow", new Grants(null, Set.of(), ChannelScope.of(List.of("index")), OwnLimits.NONE));
    private final Map<String, TokenReading> readings = Map.of(
            "lan's", new TokenReading.Valid(lan),
            "narrow", new TokenReading.Valid(narrow),
            "over", TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED),
            "later", new TokenReading.Rejected(CloseCode.KEYS_UNAVAILABLE, Duration.ofSeconds(3)));
    private final IdentityCheck identity = new IdentityCheck(
            token -> readings.getOrDefault(token, new TokenReading.Unknown()), tickets, revocations, Set.of("alerts"));

    @Test
    void the_bearer_of_a_token_is_its_user() {
        assertThat(showing(new Credential.Token("lan's"))).isEqualTo(known(lan.bearerAt(HERE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lan", "lan's ", "LAN'S"})
    void a_token_that_nobody_knows_is_not_valid(String token) {
        assertThat(showing(new Credential.Token(token))).isEqualTo(refused(CloseCode.TOKEN_INVALID));
    }

    @Test
    void why_a_token_is_not_good_is_passed_on_with_when_it_may_be() {
        assertThat(showing(new Credential.Token("over"))).isEqualTo(refused(CloseCode.TOKEN_EXPIRED));
        assertThat(showing(new Credential.Token("later")))
                .isEqualTo(new Identification.Refused(
                        new Verdict.Refused(CloseCode.KEYS_UNAVAILABLE, Duration.ofSeconds(3))));
    }

    @Test
    void a_token_opens_no_door_that_it_does_not_name() {
        assertThat(identity.bearerOf("narrow", HERE, "index")).isEqualTo(known(narrow.bearerAt(HERE)));
        assertThat(identity.bearerOf("narrow", HERE, MARKET)).isEqualTo(refused(CloseCode.CHANNEL_FORBIDDEN));
        assertThat(identity.bearerOf("narrow", HERE, "api")).isEqualTo(refused(CloseCode.CHANNEL_FORBIDDEN));
    }

    @Test
    void who_somebody_is_can_be_asked_without_a_door() {
        assertThat(identity.bearerOf("narrow", HERE)).isEqualTo(known(narrow.bearerAt(HERE)));
        assertThat(identity.bearerOf("over", HERE)).isEqualTo(refused(CloseCode.TOKEN_EXPIRED));
        revocations.revoke(new Revocation.OfToken("token-1"));
        assertThat(identity.bearerOf("lan's", HERE)).isEqualTo(refused(CloseCode.TOKEN_REVOKED));
    }

    @Test
    void what_cannot_be_read_is_not_taken_for_nothing() {
        assertThat(showing(new Credential.Unreadable())).isEqualTo(refused(CloseCode.TOKEN_INVALID));
        assertThat(identity.identify(at("alerts", new Credential.Unreadable(), List.of("http://tickcast.example"))))
                .isEqualTo(refused(CloseCode.TOKEN_INVALID));
    }

    @Test
    void a_revoked_token_is_told_so_and_a_new_one_comes_in() {
        clock.advance(Duration.ofSeconds(1));
        revocations.revoke(new Revocation.OfUser("lan", clock.instant()));

        assertThat(showing(new Credential.Token("lan's"))).isEqualTo(refused(CloseCode.TOKEN_REVOKED));
        assertThat(showing(new Credential.Token("narrow"))).isEqualTo(refused(CloseCode.CHANNEL_FORBIDDEN));
    }

    @Test
    void a_ticket_stands_for_its_holder_once() {
        Credential ticket = ticketFor(MARKET);

        assertThat(showing(ticket)).isEqualTo(known(lan.bearerAt(HERE)));
        assertThat(showing(ticket)).isEqualTo(refused(CloseCode.TICKET_INVALID));
    }

    @Test
    void a_rehearsal_uses_no_ticket_up() {
        Credential ticket = ticketFor(MARKET);

        assertThat(identity.rehearse(Callers.attempt(HERE, ticket))).isEqualTo(known(lan.bearerAt(HERE)));
        assertThat(showing(ticket)).isEqualTo(known(lan.bearerAt(HERE)));
    }

    @Test
    void a_ticket_of_elsewhere_or_of_another_door_or_of_before_is_not_valid() {
        assertThat(identity.identify(Callers.attempt(THERE, ticketFor(MARKET))))
                .isEqualTo(refused(CloseCode.TICKET_INVALID));
        assertThat(showing(ticketFor("index"))).isEqualTo(refused(CloseCode.TICKET_INVALID));
        Credential old = ticketFor(MARKET);
        clock.advance(Duration.ofSeconds(31));
        assertThat(showing(old)).isEqualTo(refused(CloseCode.TICKET_INVALID));
    }

    @Test
    void a_ticket_is_no_better_than_its_token_has_become() {
        Credential ticket = ticketFor(MARKET);
        revocations.revoke(new Revocation.OfToken("token-1"));

        assertThat(showing(ticket)).isEqualTo(refused(CloseCode.TOKEN_REVOKED));
    }

    @Test
    void a_ticket_is_no_token_and_a_token_no_ticket() {
        String text = ((Credential.Ticket) ticketFor(MARKET)).text();

        assertThat(showing(new Credential.Token(text))).isEqualTo(refused(CloseCode.TOKEN_INVALID));
        assertThat(showing(new Credential.Ticket("lan's"))).isEqualTo(refused(CloseCode.TICKET_INVALID));
    }

    @Test
    void nothing_is_not_enough() {
        assertThat(showing(new Credential.Nothing())).isEqualTo(refused(CloseCode.TOKEN_MISSING));
    }

    @Test
    void at_an_open_door_a_page_is_known_by_its_address() {
        Identification answer =
                identity.identify(at("alerts", new Credential.Nothing(), List.of("http://tickcast.example")));

        assertThat(answer).isEqualTo(known(ClientIdentity.knownByAddress(HERE)));
    }

    @Test
    void at_an_open_door_who_sends_no_origin_shows_a_token_all_the_same() {
        assertThat(identity.identify(at("alerts", new Credential.Nothing(), List.of())))
                .isEqualTo(refused(CloseCode.TOKEN_MISSING));
        assertThat(identity.identify(at("alerts", new Credential.Token("lan's"), List.of())))
                .isEqualTo(known(lan.bearerAt(HERE)));
    }

    @Test
    void at_an_open_door_something_wrong_is_worse_than_nothing() {
        assertThat(identity.identify(at("alerts", new Credential.Token("x"), List.of("http://tickcast.example"))))
                .isEqualTo(refused(CloseCode.TOKEN_INVALID));
        assertThat(identity.identify(at("alerts", new Credential.Ticket("x"), List.of("http://tickcast.example"))))
                .isEqualTo(refused(CloseCode.TICKET_INVALID));
    }

    private Credential ticketFor(String door) {
        return new Credential.Ticket(Objects.requireNonNull(tickets.give(lan.bearerAt(HERE), door)));
    }

    private Identification showing(Credential shown) {
        return identity.identify(Callers.attempt(HERE, shown));
    }

    private static Attempt at(String door, Credential shown, List<String> origins) {
        return new Attempt(new Arrival(HERE, false, "tickcast.example"), door, origins, shown);
    }

    private static Identification known(ClientIdentity who) {
        return new Identification.Known(who);
    }

    private static Identification refused(CloseCode reason) {
        return new Identification.Refused(new Verdict.Refused(reason, null));
    }
}
