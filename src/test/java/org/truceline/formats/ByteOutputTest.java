package org.truceline.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteOutputTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.1, 0.1
            -70.5, -70.5
            1, 1.0
            100, 100.0
            180, 180.0
            0.001, 0.001
            0.0009, 9.0E-4
            9999999.5, 9999999.5
            1e7, 1.0E7
            0, 0.0
            -0.0, -0.0
            0.30000000000000004, 0.30000000000000004
            70.12345678901234, 70.12345678901234
            2.2250738585072014E-308, 2.2250738585072014E-308
            """)
    void realNumbersHaveTheFewestDigits(double value, String expected) throws IOException {
        assertThat(written(out -> out.real(value))).isEqualTo(expected);
    }

    @Test
    void realNumbersAreReadBackAsTheyWere() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            double many = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 3);
            double few = Math.rint(many * 1000) / 1000;
            double bits = Double.longBitsToDouble(random.nextLong());
            for (double value : new double[] {many, few, Double.isFinite(bits) ? bits : 0}) {
                String text = written(out -> out.real(value));
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(text.length())
                        .isLessThanOrEqualTo(Double.toString(value).length());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, 1_000_000, 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE})
    void wholeNumbersAreWhole(long value) throws IOException {
        assertThat(written(out -> out.whole(value))).isEqualTo(Long.toString(value));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0, 1970-01-01T00:00:00Z
            -1, 999999, 1969-12-31T23:59:59.999999Z
            1619704800, 500000, 2021-04-29T14:00:00.500Z
            253402300799, 0, 9999-12-31T23:59:59Z
            253402300800, 0, +10000-01-01T00:00:00Z
            -62167219200, 0, 0000-01-01T00:00:00Z
            -62167219201, 0, -0001-12-31T23:59:59Z
            """)
    void instantsAreInUtc(long seconds, int micros, String expected) throws IOException {
        assertThat(written(out -> TimeOutput.instant(seconds, micros, out))).isEqualTo(expected);
    }

    @Test
    void whatIsLongerThanTheBufferIsWrittenAsAWhole() throws IOException {
        String text = "0123456789".repeat(10_000);

        assertThat(written(out -> {
                    out.whole(7);
                    out.ascii(text);
                    for (int i = 0; i < 20_000; i++) {
                        out.write(',');
                    }
                }))
                .isEqualTo("7" + text + ",".repeat(20_000));
    }

    private interface Writing {
        void to(ByteOutput out) throws IOException;
    }

    private static String written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteOutput out = new ByteOutput(bytes);
        writing.to(out);
        out.flush();
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
