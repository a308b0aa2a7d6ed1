package org.truceline.ceasefire.uncertainty;

/**
 * How deep inside of a zone a point is, in metres: positive inside, negative outside, where it says by how much the point
 * is clear.
 *
 * <p>Contract: between two points the depth differs by no more than the distance between them. Signed distances to a
 * boundary do so, and least and greatest of such depths do too.
 */
@FunctionalInterface
public interface Depth {
    /** The depth of a point by its longitude and latitude in degrees. */
    double metersAt(double longitude, double latitude);
}
