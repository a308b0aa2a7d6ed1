package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Boxes around places where degrees behave oddly. */
class SurroundingsTest {
    @Test
    void degreeAtTheEquator() {
        Envelope box = only(0, 0, 110_574);

        assertThat(box.getMinY()).isEqualTo(-1);
        assertThat(box.getMaxY()).isEqualTo(1);
        assertThat(box.getMaxX()).isCloseTo(0.9935, within(1e-4));
    }

    @Test
    void degreesOfLongitudeShrinkToThePole() {
        assertThat(only(10, 59, 110_574).getWidth() / 2).isCloseTo(1.9866, within(1e-4));
    }

    @Test
    void noDistanceIsTheBoxItself() {
        assertThat((Object) only(70, 40, 0)).hasToString("Env[70.0 : 70.0, 40.0 : 40.0]");
    }

    @Test
    void allLongitudesAreNearAPole() {
        assertThat((Object) only(10, 89.5, 110_574)).hasToString("Env[-180.0 : 180.0, 88.5 : 90.0]");
        assertThat((Object) only(10, -90, 110_574)).hasToString("Env[-180.0 : 180.0, -90.0 : -89.0]");
    }

    @Test
    void twoBoxesAcrossTheAntimeridian() {
        assertThat(Surroundings.within(10_000, new Envelope(180, 180, 0, 0)).toString())
                .matches("\\[Env\\[179.9.* : 180.0, .*], Env\\[-180.0 : -179.9.*, .*]]");
        assertThat(Surroundings.within(10_000, new Envelope(-180, -180, 0, 0)).toString())
                .matches("\\[Env\\[-180.0 : -179.9.*, .*], Env\\[179.9.* : 180.0, .*]]");
    }

    @Test
    void farAwayIsEverywhere() {
        assertThat((Object) only(0, 0, 1e300)).hasToString("Env[-180.0 : 180.0, -90.0 : 90.0]");
        assertThat(only(0, 0, 9_900_000).getWidth()).isEqualTo(360);
    }

    private static Envelope only(double longitude, double latitude, double meters) {
        return Surroundings.within(meters, new Envelope(longitude, longitude, latitude, latitude))
                .get(0);
    }
}
