package org.truceline.features;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a question to a layer got no answer. Never an empty answer. */
public abstract sealed class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private @Nullable String layerId;

    private ReadFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The same failure, whose message says at which of several layers it happened, unless it is not the layer's. */
    ReadFailure at(String layer) {
        layerId = this instanceof DatabaseUnavailable || this instanceof Abandoned || this instanceof NoPast
                ? null
                : layer;
        return this;
    }

    @Override
    public String getMessage() {
        String what = Objects.requireNonNullElse(super.getMessage(), "");
        return layerId == null ? what : what + " It happened at the collection \"" + layerId + "\".";
    }

    /** The database can't be reached, or has no connection to spare: the same question may succeed later. */
    public static final class DatabaseUnavailable extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private DatabaseUnavailable(SQLException cause) {
            super("The database can't be reached just now.", cause);
        }
    }

    /** Too many questions at a time: the same one may succeed later. */
    public static final class Busy extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private Busy() {
            super("The server is busy with other questions just now.", null);
        }
    }

    /** The database worked on the answer for too long: a narrower question may succeed. */
    public static final class TookTooLong extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private TookTooLong(SQLException cause) {
            super("The database takes too long to answer this; ask for less, by a box or a filter.", cause);
        }
    }

    /** The relation was dropped or changed since the catalogue was read, which it will be again within seconds. */
    public static final class LayerChanged extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private LayerChanged(SQLException cause) {
            super("The layer is being changed in the database just now.", cause);
        }
    }

    /** The database refused the statement: a view that divides by zero, a geometry outside its CRS. */
    public static final class StatementFailed extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private StatementFailed(SQLException cause) {
            super("The database could not read the layer; the server's log tells why.", cause);
        }
    }

    /** Whoever asked has left, and the database was told to stop: there is nobody to be told. */
    public static final class Abandoned extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private Abandoned(SQLException cause) {
            super("The client has left.", cause);
        }
    }

    /** There is more in a tile than it can hold: one of a closer zoom, or of less by a filter, may be made. */
    public static final class TooMuchForATile extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private TooMuchForATile(String message) {
            super(message, null);
        }
    }

    /**
     * The client asks, by a filter, an order or a box, for a value that there is none of: a number too great for its type, a power without a
     * value, a position that its coordinate reference system doesn't reach.
     */
    public static final class ValueOutOfRange extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private ValueOutOfRange(SQLException cause) {
            super(
                    "The request leads to a value out of range: "
                            + firstLine(cause).replaceFirst("^ERROR: ", ""),
                    cause);
        }
    }

    /** The client asks for what was known of a layer at a moment of which that can't be told. */
    public static final class NoPast extends ReadFailure {
        private static final long serialVersionUID = 1L;

        private NoPast(String message) {
            super(message, null);
        }
    }

    static ReadFailure noPast(String layerId) {
        return new NoPast(
                "The past of the collection \"" + layerId + "\" is not kept; expected is a question without asOf.");
    }

    static ReadFailure noPastLines() {
        return new NoPast(
                "distance_to_line measures to the lines as they are now, not as they were known at a past moment;"
                        + " expected is a question without it, or without asOf.");
    }

    static ReadFailure notYet(Instant moment) {
        return new NoPast(
                "The parameter \"asOf\" is " + moment + ", which has not come yet; expected is a moment of the past.");
    }

    /** What a failure of a statement means that a client's filter is part of. */
    static ReadFailure ofFiltered(SQLException cause) {
        String state = Objects.requireNonNullElse(cause.getSQLState(), "");
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        // Class 22 is "data exception"; PostGIS raises an internal error where a transformation has no result.
        boolean isTransformation = state.equals("XX000") && message.contains("transform");
        return state.startsWith("22") || isTransformation ? new ValueOutOfRange(cause) : of(cause);
    }

    /** Without PostgreSQL's remarks on its own state. */
    private static String firstLine(SQLException cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
    }

    static ReadFailure abandoned(SQLException cause) {
        return new Abandoned(cause);
    }

    /** For a tile that would get larger than {@link TileFrame#MOST_BYTES}. */
    public static ReadFailure tooMuchForATile(String layerId) {
        return new TooMuchForATile(
                "What the tile shows of the collection \"" + layerId + "\" takes more than "
                        + TileFrame.MOST_BYTES / 1_000_000
                        + " MB; ask for a closer zoom, for fewer properties (to show, or to count by), or for less by a filter.");
    }

    static ReadFailure busy() {
        return new Busy();
    }

    static ReadFailure of(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        // Classes of SQLSTATE (PostgreSQL, Appendix A): 08 connection, 53 resources, 57P shutting down or starting.
        if (cause instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")) {
            return new DatabaseUnavailable(cause);
        }
        // query_canceled: by the statement timeout.
        if (state.equals("57014")) {
            return new TookTooLong(cause);
        }
        // undefined_table, undefined_column, undefined_object, and a plan that fits the relation no more.
        return switch (state) {
            case "42P01", "42703", "42704", "0A000" -> new LayerChanged(cause);
            default -> new StatementFailed(cause);
        };
    }
}
