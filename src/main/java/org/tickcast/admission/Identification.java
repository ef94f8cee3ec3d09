package org.tickcast.admission;

/** The answer to the question who somebody is. */
public sealed interface Identification {

    record Known(ClientIdentity who) implements Identification {}

    record Refused(Verdict.Refused verdict) implements Identification {}
}
