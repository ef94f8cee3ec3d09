package org.tickcast.admission;

/** What somebody shows to say who they are. None of these prints what it holds. */
public sealed interface Credential {

    /** Nothing at all. */
    record Nothing() implements Credential {}

    /** More than one thing that contradict each other, or something that cannot be read. */
    record Unreadable() implements Credential {}

    /** A token, from whichever place of the request. */
    record Token(String text) implements Credential {

        @Override
        public String toString() {
            return "a token";
        }
    }

    /** A ticket, which is good once. */
    record Ticket(String text) implements Credential {

        @Override
        public String toString() {
            return "a ticket";
        }
    }
}
