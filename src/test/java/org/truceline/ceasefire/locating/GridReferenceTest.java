package org.truceline.ceasefire.locating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridReferenceTest {
    /** The middles by PROJ, from the eastings and northings of UTM. */
    @ParameterizedTest
    @CsvSource({
        "42SXK3224021000, 70.5475747, 39.9287938, 0.7072",
        "42S XK 3224 2100, 70.5476273, 39.9288337, 7.0711",
        "42sxk 32 21, 70.5526, 39.9332, 707.11",
        "31NAA6602100000, 0.0000005, 0.0000045, 0.7072",
        "56HLH3436079000, 151.2144614, -33.6159116, 0.7072"
    })
    void middlesOfSquares(String reference, double longitude, double latitude, double uncertainty) {
        Spotted found = GridReference.find(reference).orElseThrow();

        double meters = Geodesic.WGS84.Inverse(
                        latitude,
                        longitude,
                        found.spot().latitude(),
                        found.spot().longitude())
                .s12;
        assertThat(meters).isLessThan(uncertainty);
        assertThat(found.uncertaintyMeters().orElseThrow()).isCloseTo(uncertainty, within(uncertainty / 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61SXK3224021000", "42SIK3224021000", "42S", "42SXK123", "Kök-Tash", "39.93, 70.55"})
    void othersAreNoReferences(String text) {
        try {
            assertThat(GridReference.find(text)).isEmpty();
        } catch (IllegalArgumentException noSuchSquare) {
            assertThat(noSuchSquare).hasMessageContaining("there is no square");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"61SXK3224021000", "00SXK3224021000"})
    void squaresThatThereAreNotAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GridReference.find(text));
    }
}
