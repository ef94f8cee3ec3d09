package org.tickcast.ops;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.TapeControl;

/** What an operator may want of the tape that is played. */
public sealed interface TapeCommand {

    /** What it is called, in its path and in the audit log. */
    String id();

    void giveTo(TapeControl tape);

    record Pause() implements TapeCommand {

        @Override
        public String id() {
            return "pause";
        }

        @Override
        public void giveTo(TapeControl tape) {
            tape.pause();
        }
    }

    record Resume() implements TapeCommand {

        @Override
        public String id() {
            return "resume";
        }

        @Override
        public void giveTo(TapeControl tape) {
            tape.resume();
        }
    }

    record Seek(Instant to) implements TapeCommand {

        /** Null when the bytes do not clearly say where to. */
        static @Nullable Seek read(byte[] utf8) {
            OnlyMember member = OnlyMember.read(utf8);
            if (member == null || !member.name().equals("to")) {
                return null;
            }
            try {
                return new Seek(Instant.parse(member.text()));
            } catch (DateTimeException unclear) {
                return null;
            }
        }

        @Override
        public String id() {
            return "seek";
        }

        @Override
        public void giveTo(TapeControl tape) {
            tape.seek(to);
        }
    }
}
