package org.tickcast.admission.jwt;

import java.util.List;

/** What came of one attempt to fetch published keys. */
sealed interface JwksAnswer {

    record Keys(List<VerificationKey> keys) implements JwksAnswer {}

    record Failure(String why) implements JwksAnswer {}
}
