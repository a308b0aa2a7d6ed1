package org.truceline.ceasefire.locating;

import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import mil.nga.mgrs.utm.UTM;
import org.truceline.ceasefire.uncertainty.Spot;

/**
 * References of the Military Grid Reference System, from squares of 100 km down to such of a metre. A reference is a
 * square: its middle stands for it, and half of its diagonal is how far off that may be.
 */
final class GridReference {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(?:[0-9]{2}){0,5}");
    private static final double WIDEST_METERS = 100_000;

    private GridReference() {}

    /**
     * Reads a reference, with spaces in it or not.
     *
     * @return empty if the text has not the form of one
     * @throws IllegalArgumentException if it has, and there is no such square
     */
    static Optional<Spotted> find(String text) {
        String reference = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(reference).matches() ? Optional.of(read(reference)) : Optional.empty();
    }

    private static Spotted read(String reference) {
        int digits = reference.replaceFirst("^[0-9]{1,2}[A-Z]{3}", "").length() / 2;
        double side = WIDEST_METERS / Math.pow(10, digits);
        try {
            UTM corner = MGRS.parse(reference).toUTM();
            Point middle = UTM.create(
                            corner.getZone(),
                            corner.getHemisphere(),
                            corner.getEasting() + side / 2,
                            corner.getNorthing() + side / 2)
                    .toPoint();
            Spot spot = new Spot(middle.getLongitude(), middle.getLatitude());
            return Spotted.within(side * Math.sqrt(0.5), spot, "mgrs");
        } catch (ParseException | IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    "there is no square \"" + reference + "\" in the Military Grid Reference System", none);
        }
    }
}
