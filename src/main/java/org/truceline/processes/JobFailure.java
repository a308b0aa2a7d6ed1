package org.truceline.processes;

import org.truceline.processes.ProcessFailure.Broken;
import org.truceline.processes.ProcessFailure.InvalidInput;
import org.truceline.processes.ProcessFailure.NoAnswer;
import org.truceline.processes.ProcessFailure.TookTooLong;

/**
 * Why a job failed, as its row tells it.
 *
 * @param place the member of the request that is at fault; empty where none is
 * @param reason a sentence
 */
record JobFailure(Kind kind, String place, String reason) {
    enum Kind {
        INVALID_INPUT,
        NO_ANSWER,
        TOOK_TOO_LONG,
        BROKEN
    }

    static JobFailure of(Throwable failure) {
        if (failure instanceof InvalidInput invalid) {
            return new JobFailure(Kind.INVALID_INPUT, invalid.place(), String.valueOf(invalid.getMessage()));
        } else if (failure instanceof NoAnswer none) {
            return new JobFailure(Kind.NO_ANSWER, "", String.valueOf(none.getMessage()));
        }
        return new JobFailure(Kind.BROKEN, "", "The server failed; its log tells more.");
    }

    ProcessFailure toFailure() {
        return switch (kind) {
            case INVALID_INPUT -> new InvalidInput(place, reason);
            case NO_ANSWER -> new NoAnswer(reason);
            case TOOK_TOO_LONG -> new TookTooLong(reason);
            case BROKEN -> new Broken(reason);
        };
    }
}
