package org.truceline.geodesy;

import java.util.Locale;

/** A buffer came out less exact than was asked. It is not returned: an area that lies is worse than none. */
public final class BufferToleranceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final double errorMeters;
    private final double toleranceMeters;
    private final double longitude;
    private final double latitude;

    BufferToleranceException(double errorMeters, double toleranceMeters, LonLat at) {
        super(String.format(
                Locale.ROOT,
                "The buffer is wrong by up to %.3f m, at longitude %.7f, latitude %.7f; at most %.3f m was asked for",
                errorMeters,
                at.longitude(),
                at.latitude(),
                toleranceMeters));
        this.errorMeters = errorMeters;
        this.toleranceMeters = toleranceMeters;
        this.longitude = at.longitude();
        this.latitude = at.latitude();
    }

    /** The largest error found, metres. */
    public double errorMeters() {
        return errorMeters;
    }

    /** The error that would have been accepted, metres. */
    public double toleranceMeters() {
        return toleranceMeters;
    }

    /** Degrees, of the place with the largest error. */
    public double longitude() {
        return longitude;
    }

    /** Degrees, of the place with the largest error. */
    public double latitude() {
        return latitude;
    }
}
