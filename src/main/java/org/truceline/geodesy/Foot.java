package org.truceline.geodesy;

/**
 * A place on the edges of a geometry.
 *
 * @param edge its number in the {@link EdgeChain}
 * @param share of the edge, from 0 at its start to 1 at its end
 */
record Foot(int edge, double share) {}
