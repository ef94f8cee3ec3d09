package org.tickcast.ops;

import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.feed.TapeControl;
import org.tickcast.feed.TapeState;
import org.tickcast.wire.CloseCode;

/**
 * Says how the tape stands, does to it what operators want, and has that put on record.
 *
 * <p>Threads: any.
 */
public final class TapeDesk {

    private final @Nullable TapeControl tape;
    private final OperatorListener listener;

    /** @param tape null where the market comes from elsewhere */
    public TapeDesk(@Nullable TapeControl tape, OperatorListener listener) {
        this.tape = tape;
        this.listener = listener;
    }

    Answer state() {
        return tape == null ? new Answer.Refused(CloseCode.NO_TAPE) : new Answer.Stands(tape.state());
    }

    /** @param command null when what was written does not say it clearly */
    Answer take(@Nullable TapeCommand command, ClientIdentity operator) {
        if (tape == null) {
            return new Answer.Refused(CloseCode.NO_TAPE);
        }
        if (command == null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        command.giveTo(tape);
        listener.tapeHandled(operator, command);
        return state();
    }

    sealed interface Answer {

        record Stands(TapeState state) implements Answer {}

        /** Nothing was done. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
