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
        assertThat(only(70, 40, 0)).isEqualTo(new Envelope(70, 70, 40, 40));
    }

    @Test
    void allLongitudesAreNearAPole() {
        assertThat(only(10, 89.5, 110_574)).isEqualTo(new Envelope(-180, 180, 88.5, 90));
        assertThat(only(10, -90, 110_574)).isEqualTo(new Envelope(-180, 180, -90, -89));
    }

    @Test
    void twoBoxesAcrossTheAntimeridian() {
        assertThat(Surroundings.within(111_319, new Envelope(180, 180, 0, 0)))
                .extracting(Envelope::getMinX, Envelope::getMaxX)
                .containsExactlyInAnyOrder(tuple(180 - 1.0, 180.0), tuple(-180.0, -180 + 1.0));
        assertThat(Surroundings.within(111_319, new Envelope(-180, -180, 0, 0))).hasSize(2);
    }

    @Test
    void farAwayIsEverywhere() {
        assertThat(only(0, 0, 1e300)).isEqualTo(new Envelope(-180, 180, -90, 90));
        assertThat(only(0, 0, 9_900_000).getWidth()).isEqualTo(360);
    }

    private static Envelope only(double longitude, double latitude, double meters) {
        return Surroundings.within(meters, new Envelope(longitude, longitude, latitude, latitude))
                .get(0);
    }
}
