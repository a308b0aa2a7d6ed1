package org.truceline.exports;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** Why there is no file of a layer. */
public abstract sealed class ExportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExportFailure(String message) {
        super(message);
    }

    /** The file would take more space than there is for all of them: less of the layer may fit. */
    public static final class TooLarge extends ExportFailure {
        private static final long serialVersionUID = 1L;

        TooLarge(DataSize space) {
            super("The file grows beyond the " + space.toMegabytes() + " MB that this server has for downloads; ask for"
                    + " less, by a box or a filter, or for GeoJSON or CSV, which it sends without keeping them.");
        }
    }

    /** Other files take the space just now: the same request may succeed later. */
    public static final class NoSpaceNow extends ExportFailure {
        private static final long serialVersionUID = 1L;

        NoSpaceNow() {
            super("Other downloads take the space that there is for them just now.");
        }
    }

    /** The disk takes no more, or takes nothing: the operator's to mend. */
    public static final class NotWritten extends ExportFailure {
        private static final long serialVersionUID = 1L;

        NotWritten(IOException cause) {
            super("The server can't write the file that it would send; its log tells more.");
            initCause(cause);
        }
    }
}
