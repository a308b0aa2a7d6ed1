package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** Borders and countries as Natural Earth draws them, in other regions than the example's. */
class PublishedBordersTest {

    @ParameterizedTest
    @CsvSource({
        "armenia-azerbaijan, 10000",
        "ethiopia-eritrea, 25000",
        "fiji, 12000",
        "fiji, -1000",
        "india-pakistan, 10000",
        "india-pakistan, 140000",
        "lesotho, 1000",
        "lesotho, -20000",
        "norway-russia, 1000",
        "norway-russia, 140000",
        "russia-kazakhstan, 140000",
        "sudan-south-sudan, 10000",
    })
    void areRight(String name, double meters) {
        BufferCheck.of(Shapes.published(name), Edges.STRAIGHT, meters).buffer();
    }

    @ParameterizedTest
    @CsvSource({"india-pakistan, 10000", "fiji, 12000", "lesotho, -20000"})
    void areRightWithGeodesicEdges(String name, double meters) {
        BufferCheck.of(Shapes.published(name), Edges.GEODESIC, meters).buffer();
    }

    @Test
    void fijiFallsIntoPartsOnBothSidesOfTheAntimeridian() {
        Geometry area = GeodesicBuffer.of(Shapes.published("fiji"), Edges.STRAIGHT, 12_000)
                .area();
        assertThat(area.getEnvelopeInternal().getMinX()).isEqualTo(-180);
        assertThat(area.getEnvelopeInternal().getMaxX()).isEqualTo(180);
    }
}
