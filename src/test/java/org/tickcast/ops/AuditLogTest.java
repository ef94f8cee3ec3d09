package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
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
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** What is written down, word for word as docs/audit.md has it, and what never is. */
class AuditLogTest {

    private static final Instant NOW = Instant.parse("2026-11-21T05:15:10.247Z");
    private static final Path PAGE = Path.of("docs/audit.md");
    private static final String SECRET = "s3cret-of-the-house";
    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");

    private final SettableClock clock = new SettableClock(NOW);
    private final AuditLog audit = new AuditLog(clock);
    private final ClientAudit clients = new ClientAudit(audit);
    private final OperatorAudit operators = new OperatorAudit(audit);
    private final LogRecorder log = new LogRecorder(AuditLog.LOGGER);

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void every_event_is_written_as_the_page_shows_it() throws IOException {
        List<String> page = Files.readAllLines(PAGE).stream().map(String::strip).toList();

        everythingHappens();

        assertThat(page).containsAll(lines());
        assertThat(page.stream().filter(line -> line.startsWith("{\"event\"")))
                .as("examples on the page")
                .containsExactlyInAnyOrderElementsOf(lines());
        assertThat(lines().stream().map(AuditLogTest::event).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AuditEvent.values()).map(AuditEvent::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_page_explains_every_event(AuditEvent event) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `" + event.id() + "` |");
    }

    private void everythingHappens() {
        Connection connection = new Connection(17, "market", user("lan"));
        decide(attempt(new Credential.Token(SECRET), "https://app.example.com"));
        decide(attempt(new Credential.Token("a wrong one"), "https://app.example.com"));
        clients.ticketGiven(user("lan"), "market");
        clients.tokenIssued(attempt(new Credential.Nothing(), "https://app.example.com"), "user_7", "5d0f21aa");
        clients.tooManyMessages(connection);
        clients.renewed(connection, null);
        clients.renewed(connection, CloseCode.TOKEN_INVALID);
        clients.closed(connection, 4003, CloseCode.TOKEN_EXPIRED);
        clients.closed(connection, 4002, CloseCode.TOKEN_REVOKED);
        clients.closed(connection, 1006, null);
        clients.closed(connection, 1001, null);
        operators.revoked(user("root"), new Revocation.OfUser("lan", NOW));
        operators.tapeHandled(user("root"), new TapeCommand.Pause());
        operators.tapeHandled(user("root"), new TapeCommand.Seek(Instant.parse("2026-11-20T02:30:00Z")));
        operators.loggerSet(user("root"), "org.tickcast.socket", "FINE");
        operators.drainBegun(user("root"), 214);
        operators.feedRestarted(user("root"));
        operators.kicked(user("root"), connection);
        operators.userKicked(user("root"), "lan", 3);
        operators.told(user("root"), connection);
        operators.looked(user("root"), "connections");
        for (int i = 1; i <= AuditPace.LINES_EACH + 4; i++) {
            clients.tooManyMessages(connection);
        }
        clock.advance(AuditPace.MINUTE);
        audit.sayWhatWasHeldBack();
    }

    /** Each once: a flood repeats what the page shows. */
    private List<String> lines() {
        return log.records().stream()
                .map(entry -> entry.getMessage())
                .distinct()
                .toList();
    }

    private static String event(String line) {
        return line.split("\"", -1)[3];
    }

    @ParameterizedTest
    @CsvSource({
        "1000, , left",
        "1001, , left",
        "1005, , left",
        "1006, , closed",
        "4999, , closed",
        "1001, GOING_AWAY, left",
        "1001, DRAINING, left",
        "4013, MESSAGE_RATE, closed",
        "1003, BINARY_NOT_ACCEPTED, closed",
        "4003, TOKEN_EXPIRED, expired",
        "4002, TOKEN_REVOKED, revoked"
    })
    void an_end_is_called_what_it_was(int code, @Nullable CloseCode ours, String event) {
        clients.closed(new Connection(1, "market", user("lan")), code, ours);

        assertThat(lines()).singleElement().asString().startsWith("{\"event\":\"" + event + "\"");
    }

    @Test
    void who_shows_no_token_is_anonymous_and_has_no_token_id() {
        clients.closed(new Connection(1, "market", new ClientIdentity("192.0.2.1", HERE, null)), 1000, null);

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"kind\":\"anonymous\"")
                .doesNotContain("token_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com?token=s3cret-of-the-house",
                "https://user:s3cret-of-the-house@app.example.com",
                "s3cret-of-the-house",
                "https://app.example.com\r\n{\"event\":\"admitted\"}",
                "https://\u202eapp.example.com"
            })
    void what_is_no_origin_is_not_repeated(String origin) {
        decide(attempt(new Credential.Nothing(), origin));

        assertThat(lines()).singleElement().asString().contains("\"origin\":\"unreadable\"");
    }

    @Test
    void no_line_has_what_was_shown() {
        decide(attempt(new Credential.Token(SECRET), "https://app.example.com"));
        decide(attempt(new Credential.Token("a wrong one"), "https://app.example.com"));
        decide(attempt(new Credential.Ticket("a-ticket"), "https://app.example.com"));

        assertThat(lines())
                .hasSize(3)
                .noneMatch(line -> Stream.of(SECRET, "a wrong one", "a-ticket").anyMatch(line::contains));
    }

    @Test
    void a_flood_of_refusals_is_ten_lines_and_a_number() {
        for (int i = 0; i < 5_000; i++) {
            decide(attempt(new Credential.Token("guess"), "https://app.example.com"));
        }
        audit.sayWhatWasHeldBack();
        assertThat(log.records()).hasSize(AuditPace.LINES_EACH);

        clock.advance(AuditPace.MINUTE);
        audit.sayWhatWasHeldBack();

        assertThat(lines()).last().asString().contains("\"of\":\"refused\"").contains("\"lines\":4990");
        decide(attempt(new Credential.Token("guess"), "https://app.example.com"));
        assertThat(log.records()).hasSize(AuditPace.LINES_EACH + 2);
    }

    private static Attempt attempt(Credential shown, String... origins) {
        return new Attempt(new Arrival(HERE, true, "tickcast.example"), "market", List.of(origins), shown);
    }

    private static ClientIdentity user(String name) {
        return claims(name).bearerAt(HERE);
    }

    private static Claims claims(String name) {
        Grants grants = new Grants(null, Set.of(), ChannelScope.ALL, OwnLimits.NONE);
        return new Claims(TokenKind.JWT, name, grants, NOW.minusSeconds(60), NOW.plusSeconds(3540), "5d0f21aa");
    }

    private void decide(Attempt attempt) {
        IdentityCheck identity = new IdentityCheck(
                token -> token.equals(SECRET)
                        ? new TokenReading.Valid(claims("lan"))
                        : TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID),
                new TicketBook(Duration.ofSeconds(30), clock, new SecureRandom()),
                new Revocations(),
                Set.of());
        LeaseBook leases = new LeaseBook(
                new AdmissionLimits(10, 10, Duration.ofSeconds(10)), new Plans(new Plan(5, 10, 100), Map.of()), clock);
        new Admission(List.of(), identity, leases, clients).decide(attempt);
    }
}
