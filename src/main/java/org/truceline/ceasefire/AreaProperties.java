package org.truceline.ceasefire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How withdrawal areas are computed.
 *
 * @param toleranceMeters the largest error of an area's boundary, 0.001 to 1 m. The finer, the more vertices: about four
 *     times as many for a sixteenth of the tolerance
 */
@ConfigurationProperties("truceline.areas")
record AreaProperties(@DefaultValue("0.1") double toleranceMeters) {
    AreaProperties {
        if (!(toleranceMeters >= 0.001 && toleranceMeters <= 1)) {
            throw new IllegalArgumentException(
                    "truceline.areas.tolerance-meters is " + toleranceMeters + "; expected 0.001 to 1");
        }
    }
}
