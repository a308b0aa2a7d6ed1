package org.truceline.ogcapi;

import java.util.Optional;

/** What is wrong with a request. {@link Problems} turns it into an answer. */
abstract sealed class RequestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where OGC API – Processes Part 1 names what went wrong. */
    private static final String PROCESSES_EXCEPTION = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

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

    /** The body of the request is longer than any question that is answered. */
    static final class TooLarge extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private TooLarge(String message) {
            super(message);
        }

        static TooLarge batch(int features, int most) {
            return new TooLarge("The FeatureCollection holds " + features + " features; expected are at most " + most
                    + " at once.");
        }

        static TooLarge body(int longest) {
            return new TooLarge("The body of the request is too long; expected are at most " + longest + " bytes.");
        }
    }

    /** The body of the request is written in something that isn't read here. */
    static final class UnsupportedBody extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private UnsupportedBody(String message) {
            super(message);
        }

        static UnsupportedBody of(String mediaType) {
            return of(mediaType, "application/json or application/x-www-form-urlencoded");
        }

        static UnsupportedBody of(String mediaType, String expected) {
            return new UnsupportedBody("The body of the request is " + mediaType + "; expected is " + expected + ".");
        }
    }

    /** What writes needs a sign-in (RFC 9110 §15.5.2). */
    static final class NotSignedIn extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private NotSignedIn(String message) {
            super(message);
        }

        static NotSignedIn missing() {
            return new NotSignedIn("Whoever writes signs in: expected are a name and a password by HTTP Basic."
                    + " The server told them at its first start; ./run password makes another one.");
        }

        /** Without a word on which of them it is. */
        static NotSignedIn wrong() {
            return new NotSignedIn("The name and the password don't belong together, or are no HTTP Basic.");
        }
    }

    /** The state of a file that the client wants is not the present one and not kept any more (RFC 9110 §13.1.1). */
    static final class StateGone extends RequestFailure {
        private static final long serialVersionUID = 1L;

        StateGone(String wanted) {
            super("There is no file with the tag " + wanted + " any more; ask for the present one without If-Match.");
        }
    }

    /** What a client holds of a collection can't be brought up to date any more: it has to be read anew (RFC 9110 §15.5.11). */
    static final class Outdated extends RequestFailure {
        private static final long serialVersionUID = 1L;

        private Outdated(String message, String changes) {
            super(message + " Begin anew: ask " + changes
                    + " for a place without \"since\", read the items, and go on from" + " there.");
        }

        static Outdated forgotten(String changes) {
            return new Outdated("The changes since this place are not kept any more.", changes);
        }

        static Outdated reset(String changes) {
            return new Outdated("Since this place any feature of the collection may have been changed.", changes);
        }
    }

    /** Others' filters take all the room that there is for parsing: the same request may succeed later. */
    static final class Busy extends RequestFailure {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("The server is busy with other long filters just now.");
        }
    }

    /** As many listen to the change feed as may: later there may be room. */
    static final class Crowded extends RequestFailure {
        private static final long serialVersionUID = 1L;

        Crowded(int listeners) {
            super("The change feed has no room for more than " + listeners + " listeners, or is being stopped.");
        }
    }

    /** There is no such collection, feature, tile, style, process or job. */
    static final class NotFound extends RequestFailure {
        private static final long serialVersionUID = 1L;

        /** What a standard calls this lack; absent where it has no name of its own. */
        private final Optional<String> type;

        private NotFound(String message) {
            this(message, Optional.empty());
        }

        private NotFound(String message, Optional<String> type) {
            super(message);
            this.type = type;
        }

        Optional<String> type() {
            return type;
        }

        static NotFound job(String jobId) {
            return new NotFound(
                    "There is no job \"" + jobId + "\". Jobs are removed some time after they have ended.",
                    Optional.of(PROCESSES_EXCEPTION + "no-such-job"));
        }

        static NotFound results(String jobId, boolean isDismissed) {
            return new NotFound(
                    isDismissed
                            ? "The job \"" + jobId + "\" was dismissed and has no results."
                            : "The job \"" + jobId + "\" has not ended; its results are not there yet.",
                    Optional.of(PROCESSES_EXCEPTION + "result-not-ready"));
        }

        static NotFound result(String jobId, String outputId) {
            return new NotFound("The job \"" + jobId + "\" has no result \"" + outputId + "\".");
        }

        static NotFound process(String processId) {
            return new NotFound(
                    "There is no process \"" + processId + "\"; /processes lists those there are.",
                    Optional.of(PROCESSES_EXCEPTION + "no-such-process"));
        }

        static NotFound collection(String collectionId) {
            return new NotFound("There is no collection \"" + collectionId + "\"; /collections lists those there are.");
        }

        static NotFound tileMatrixSet(String id, String offered) {
            return new NotFound("There is no tile matrix set \"" + id + "\"; expected is one of " + offered + ".");
        }

        static NotFound style(String styleId) {
            return new NotFound("There is no style \"" + styleId + "\"; /styles lists those there are.");
        }

        static NotFound glyphs(String fontStack, String range) {
            return new NotFound("There are no letters " + range + " of \"" + fontStack
                    + "\"; expected is a font that a style here names, and a range as 0-255 or 256-511.");
        }

        static NotFound resource(String resourceId) {
            return new NotFound("There is no resource \"" + resourceId + "\"; /resources lists those there are.");
        }

        static NotFound tile(String address, String reason) {
            return new NotFound("There is no tile " + address + ": " + reason + ".");
        }

        static NotFound export(String extension, String offered) {
            return new NotFound("Nothing can be downloaded as ." + extension + "; expected is one of " + offered + ".");
        }

        static NotFound versions(String collectionId) {
            return new NotFound("The collection \"" + collectionId + "\" does not tell versions of its features.");
        }

        static NotFound changes(String collectionId) {
            return new NotFound(
                    "The collection \"" + collectionId + "\" can change without a trace, so that its changes"
                            + " are not told; /actuator/health says why.");
        }

        static NotFound feature(String collectionId, String featureId) {
            return new NotFound(
                    "There is no feature \"" + featureId + "\" in the collection \"" + collectionId + "\".");
        }
    }
}
