package org.truceline.ceasefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.truceline.ceasefire.uncertainty.Depth;
import org.truceline.geodesy.NearestPlace;

class DepthsTest {
    /** Of a degree of latitude at the equator. */
    private static final double DEGREE = Geodesic.WGS84.Inverse(0, 180, 1, 180).s12;

    private static final double METERS = 0.001;

    private final Geometry acrossTheAntimeridian = read("MULTIPOLYGON (((178 -1, 180 -1, 180 1, 178 1, 178 -1)),"
            + " ((-180 -1, -178 -1, -178 1, -180 1, -180 -1)))");

    @Test
    void theCutAtTheAntimeridianIsNoLimit() {
        Depth depth = Depths.within(acrossTheAntimeridian, 0);
        assertThat(depth.metersAt(180, 0)).isCloseTo(DEGREE, within(METERS));
        assertThat(depth.metersAt(-180, 0)).isCloseTo(DEGREE, within(METERS));
        assertThat(depth.metersAt(180, 2)).isNegative();
    }

    @Test
    void norIsItWhatDistancesAreToldTo() {
        Zone zone = new Zone(
                new AreaKey("rule", "area"),
                new Zone.Version(1, 1),
                new Zone.Bounded(acrossTheAntimeridian, Optional.empty()),
                true);
        NearestPlace nearest = zone.nearest().orElseThrow().to(180, 0.5);
        assertThat(nearest.place().latitude()).isCloseTo(1, within(1e-6));
    }

    private static Geometry read(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
