package org.tickcast.admission;

/** What sort of token it was, which decides what it says about its bearer. */
public enum TokenKind {
    /** A configured one that many show: its bearers are told apart by their addresses only. */
    SHARED,
    /** A configured one with a name: its bearer is that name. */
    STATIC,
    /** A signed one: its bearer is who its issuer says. */
    JWT
}
