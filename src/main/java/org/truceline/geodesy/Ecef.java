package org.truceline.geodesy;

/** A point in Earth-centred, Earth-fixed Cartesian coordinates: metres, x through 0° E, y through 90° E, z north. */
record Ecef(double x, double y, double z) {

    Ecef plus(Ecef other) {
        return new Ecef(x + other.x, y + other.y, z + other.z);
    }

    Ecef minus(Ecef other) {
        return new Ecef(x - other.x, y - other.y, z - other.z);
    }

    Ecef times(double factor) {
        return new Ecef(x * factor, y * factor, z * factor);
    }

    double dot(Ecef other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The cross product, in a right-handed frame. */
    Ecef cross(Ecef other) {
        return new Ecef(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** The unit vector in this direction. */
    Ecef unit() {
        return times(1 / Math.sqrt(dot(this)));
    }

    double squaredDistance(Ecef other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return dx * dx + dy * dy + dz * dz;
    }

    /** The straight distance through the Earth, in metres. */
    double distance(Ecef other) {
        return Math.sqrt(squaredDistance(other));
    }
}
