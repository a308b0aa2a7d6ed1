package org.truceline.processes;

/** Why a process gave nothing. */
public abstract sealed class ProcessFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ProcessFailure(String message) {
        super(message);
    }

    /** The request can't be understood, or asks for what isn't offered. */
    public static final class InvalidInput extends ProcessFailure {
        private static final long serialVersionUID = 1L;

        private final String place;

        /**
         * Describes the fault.
         *
         * @param place the member of the request, such as {@code inputs.distance}
         * @param problem what was wrong and what was expected, a sentence
         */
        InvalidInput(String place, String problem) {
            super(problem);
            this.place = place;
        }

        /**
         * Says what is wrong with an input.
         *
         * @param problem after the input's name and a colon, without a full stop
         */
        public static InvalidInput of(Input<?> input, String problem) {
            return new InvalidInput(
                    ExecutionRequest.INPUTS + "." + input.id(), "The input \"" + input.id() + "\": " + problem + ".");
        }

        public String place() {
            return place;
        }
    }

    /** The request was understood, and there is no answer to it that could be given with a clear conscience. */
    public static final class NoAnswer extends ProcessFailure {
        private static final long serialVersionUID = 1L;

        /**
         * Says why there is none.
         *
         * @param reason a sentence
         */
        public NoAnswer(String reason) {
            super(reason);
        }
    }

    /** The answer would take longer than somebody waits for it. */
    public static final class TookTooLong extends ProcessFailure {
        private static final long serialVersionUID = 1L;

        TookTooLong(String message) {
            super(message);
        }
    }

    /** The server failed, and not by anything that was asked. */
    public static final class Broken extends ProcessFailure {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /** Others' computations take all that the server gives to them: the same request may succeed later. */
    public static final class Busy extends ProcessFailure {
        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }
}
