package org.tickcast.admission;

/**
 * A client that is in, for those who only hear of it.
 *
 * @param number the one of its {@link Lease}
 * @param door where it has come in
 */
public record Connection(long number, String door, ClientIdentity who) {}
