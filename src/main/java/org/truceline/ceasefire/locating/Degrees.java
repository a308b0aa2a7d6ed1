package org.truceline.ceasefire.locating;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.truceline.ceasefire.uncertainty.Spot;

/**
 * Coordinates in degrees, degrees and minutes, or degrees, minutes and seconds. Letters say which is the latitude; without
 * letters it is the first (ISO 6709). What is not written is not known: half a unit of the last digit either way.
 */
final class Degrees {
    private static final Pattern FORM = Pattern.compile("[0-9NSEW°º'\"′″’”.,;:+\\-−\\s]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern LETTER = Pattern.compile("[NSEW]");
    private static final double METERS_A_DEGREE = 111_320;

    private Degrees() {}

    /**
     * One of both.
     *
     * @param halfUnit of the last digit, degrees
     */
    private record Angle(double degrees, double halfUnit, Optional<String> letter) {
        boolean isLongitude() {
            return letter.filter("EW"::contains).isPresent();
        }
    }

    /**
     * Reads a pair of coordinates.
     *
     * @return empty if the text has not the form of one
     * @throws IllegalArgumentException if it has, and is none
     */
    static Optional<Spotted> find(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replace('−', '-').strip();
        if (!FORM.matcher(plain).matches() || NUMBER.matcher(plain).results().count() < 2) {
            return Optional.empty();
        }
        List<String> halves = halves(plain);
        return Optional.of(pair(angle(halves.get(0)), angle(halves.get(1))));
    }

    private static Spotted pair(Angle first, Angle second) {
        if (first.letter().isPresent() != second.letter().isPresent()
                || (first.letter().isPresent() && first.isLongitude() == second.isLongitude())) {
            throw new IllegalArgumentException(
                    "its letters name no latitude and longitude; expected is N or S with one and E or W with the other, or"
                            + " no letters and the latitude first");
        }
        Angle latitude = first.isLongitude() ? second : first;
        Angle longitude = first.isLongitude() ? first : second;
        if (Math.abs(latitude.degrees()) > 90 || Math.abs(longitude.degrees()) > 180) {
            throw new IllegalArgumentException("it is at latitude " + latitude.degrees() + ", longitude "
                    + longitude.degrees() + "; expected are a latitude within ±90 and a longitude within ±180, the"
                    + " latitude first where no letters tell");
        }
        double north = METERS_A_DEGREE * latitude.halfUnit();
        double east = METERS_A_DEGREE * longitude.halfUnit() * Math.cos(Math.toRadians(latitude.degrees()));
        return Spotted.within(
                Math.hypot(north, east), new Spot(longitude.degrees(), latitude.degrees()), "coordinates");
    }

    /** At the comma; else after a letter that ends the first, or before one that begins the second; else in the middle. */
    private static List<String> halves(String text) {
        String[] parts = text.split("\\s*[,;]\\s*");
        if (parts.length == 2) {
            return List.of(parts);
        }
        List<Integer> letters = new ArrayList<>();
        LETTER.matcher(text).results().forEach(letter -> letters.add(letter.start()));
        if (parts.length == 1 && letters.size() == 2) {
            int cut = letters.get(0) == 0 ? letters.get(1) : letters.get(0) + 1;
            return List.of(text.substring(0, cut), text.substring(cut));
        }
        List<String> words = Stream.of(text.split("\\s+")).toList();
        if (parts.length == 1 && letters.isEmpty() && words.size() % 2 == 0) {
            int middle = words.size() / 2;
            return List.of(
                    String.join(" ", words.subList(0, middle)), String.join(" ", words.subList(middle, words.size())));
        }
        throw new IllegalArgumentException(
                "it does not fall into a latitude and a longitude; expected is a comma between them, such as 39.93, 70.55");
    }

    private static Angle angle(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        boolean isWhole =
                numbers.stream().limit(Math.max(0, numbers.size() - 1)).noneMatch(number -> number.contains("."));
        if (numbers.isEmpty() || numbers.size() > 3 || !isWhole) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no angle; expected are degrees, degrees and minutes, or"
                            + " degrees, minutes and seconds, with decimals at the last of them only");
        }
        double degrees = 0;
        double unit = 1;
        for (int i = 0; i < numbers.size(); i++) {
            double number = Double.parseDouble(numbers.get(i));
            if (i > 0 && number >= 60) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has " + numbers.get(i) + " minutes or seconds; expected are less than 60");
            }
            unit = Math.pow(60, -i);
            degrees += number * unit;
        }
        String last = numbers.get(numbers.size() - 1);
        int decimals = last.contains(".") ? last.length() - last.indexOf('.') - 1 : 0;
        Optional<String> letter =
                LETTER.matcher(text).results().map(found -> found.group()).findFirst();
        boolean isNegative = text.contains("-") || letter.filter("SW"::contains).isPresent();
        return new Angle(isNegative ? -degrees : degrees, unit * Math.pow(10, -decimals) / 2, letter);
    }
}
