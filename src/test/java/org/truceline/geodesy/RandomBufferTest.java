package org.truceline.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * Buffers of shapes at random. What fails is made simpler and printed as a line for {@code once-failed.csv}, where all
 * stays that ever failed. {@code -Dgeodesy.seeds=1000-20000} tries others than the suite does.
 */
class RandomBufferTest {

    @ParameterizedTest
    @MethodSource("seeds")
    void isRightOrRefusedClearly(long seed) {
        BufferCheck check = RandomBuffer.of(seed);
        if (fails(check)) {
            Geometry least = new Shrinker(geometry -> fails(with(check, geometry))).shrink(check.geometry());
            fail("%s;%s;%s;%s", check.edges(), check.meters(), check.toleranceMeters(), new WKTWriter().write(least));
        }
    }

    static LongStream seeds() {
        String[] range = System.getProperty("geodesy.seeds", "0-40").split("-", 2);
        return LongStream.range(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    @ParameterizedTest
    @MethodSource("onceFailed")
    void whatOnceFailedIsRight(String line) {
        String[] fields = line.split(";", 4);
        new BufferCheck(
                        Shapes.wkt(fields[3]),
                        Edges.valueOf(fields[0]),
                        Double.parseDouble(fields[1]),
                        Double.parseDouble(fields[2]))
                .buffer();
    }

    static Stream<String> onceFailed() {
        return Shapes.text("/geodesy/once-failed.csv").lines();
    }

    /** The shrinker itself: of a walk of two hundred vertices, what fails is that one of them is far in the east. */
    @Test
    void shrinksWhatFailsToLittle() {
        Geometry walk = Shapes.noisyBorder(200);
        double east = walk.getEnvelopeInternal().getMaxX();
        Geometry least = new Shrinker(geometry -> geometry.getEnvelopeInternal().getMaxX() >= east - 0.1).shrink(walk);
        assertThat(least.getNumPoints()).isEqualTo(2);
    }

    private static BufferCheck with(BufferCheck check, Geometry geometry) {
        return new BufferCheck(geometry, check.edges(), check.meters(), check.toleranceMeters());
    }

    /** A polygon that is not valid, or a boundary through a pole, is refused: that is no failure. */
    private static boolean fails(BufferCheck check) {
        try {
            check.bufferByOwnDistances();
            return false;
        } catch (IllegalArgumentException refused) {
            return false;
        } catch (RuntimeException | AssertionError failed) {
            return true;
        }
    }
}
