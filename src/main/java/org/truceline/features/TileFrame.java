package org.truceline.features;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.layers.GeometryColumn;

/**
 * Where a tile lies. A query with this for its box asks for what the tile shows: geometries come in the tile's own whole
 * numbers, eastward and southward from its north-western corner, cut off {@link #BUFFER} units outside of it. Features
 * that don't reach so far don't come.
 *
 * @param bounds the tile's edges, without a buffer, in the units of {@code srid}
 * @param degrees longitudes and latitudes between which the tile with its buffer lies; beyond ±180 at the world's edges
 * @param srid the plane that the tile is cut from, by its number in PostGIS: degrees, or Web Mercator
 * @param gathering how its points are counted, however few they are; without it, they are where they are too many
 */
public record TileFrame(Envelope bounds, Envelope degrees, int srid, Optional<Gathering> gathering) implements Box {
    /** How many units a tile is wide and high. */
    public static final int EXTENT = 4096;

    /** How many units beyond its edges a tile shows, so that broad lines and symbols don't end there. */
    public static final int BUFFER = 128;

    /** What no map could show at once anyway; a bound for what is in memory of one layer. */
    public static final int MOST_BYTES = 4_000_000;

    static final double WORLD_DEGREES = 360;

    /** The equator on Web Mercator's sphere. */
    private static final double WORLD_METERS = 2 * Math.PI * 6_378_137;

    public TileFrame {
        bounds = bounds.copy();
        degrees = degrees.copy();
    }

    /** A frame whose points are shown one by one as long as they are not too many. */
    public TileFrame(Envelope bounds, Envelope degrees, int srid) {
        this(bounds, degrees, srid, Optional.empty());
    }

    /** The same tile with all its points counted. */
    public TileFrame gatheredIn(Gathering cells) {
        return new TileFrame(bounds, degrees, srid, Optional.of(cells));
    }

    @Override
    public Envelope bounds() {
        return bounds.copy();
    }

    @Override
    public Envelope degrees() {
        return degrees.copy();
    }

    boolean isMercator() {
        return srid == TileSql.WEB_MERCATOR_SRID;
    }

    /** How many columns the world has at this scale, a power of two. */
    long columns() {
        return Math.round(worldWidth() / bounds.getWidth());
    }

    /** How many rows: degrees are twice as wide as high, Web Mercator's world is a square. */
    long rows() {
        return isMercator() ? columns() : columns() / 2;
    }

    /** The tile's column, from the west. */
    long column() {
        return Math.round((bounds.getMinX() + worldWidth() / 2) / bounds.getWidth());
    }

    /** The tile's row, from the north. */
    long row() {
        return Math.round((worldHeight() / 2 - bounds.getMaxY()) / bounds.getHeight());
    }

    /** Of the plane, in its units. */
    double worldWidth() {
        return isMercator() ? WORLD_METERS : WORLD_DEGREES;
    }

    private double worldHeight() {
        return isMercator() ? WORLD_METERS : WORLD_DEGREES / 2;
    }

    /** Whether the tile's southern edge is the South Pole, south of which no tile can own it. */
    public boolean endsAtPole() {
        return srid == GeometryColumn.CRS84_SRID && bounds.getMinY() <= -90;
    }

    /** Whether the tile with its buffer reaches to the other side of the antimeridian. */
    boolean reachesAntimeridian() {
        return degrees.getMinX() <= -180 || degrees.getMaxX() >= 180;
    }
}
