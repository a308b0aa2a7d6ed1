package org.truceline.ogcapi;

/** What is wrong with a request. {@link Problems} turns it into an answer. */
abstract sealed class RequestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RequestFailure(String message) {
        super(message);
    }

    /** A parameter of the request can't be understood, or isn't one. */
    static final class InvalidParameter extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private final String parameter;

        /**
         * Describes the fault.
         *
         * @param parameter the parameter's name
         * @param problem what was wrong and what was expected, a sentence
         */
        InvalidParameter(String parameter, String problem) {
            super(problem);
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }

    /** There is no such collection or feature. */
    static final class NotFound extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private NotFound(String message) {
            super(message);
        }

        static NotFound collection(String collectionId) {
            return new NotFound("There is no collection \"" + collectionId + "\"; /collections lists those there are.");
        }

        static NotFound feature(String collectionId, String featureId) {
            return new NotFound(
                    "There is no feature \"" + featureId + "\" in the collection \"" + collectionId + "\".");
        }
    }
}
