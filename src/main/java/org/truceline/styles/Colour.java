package org.truceline.styles;

/**
 * A colour of the palette.
 *
 * @param name what definitions call it
 * @param light on light grounds, as {@code #rrggbb}
 * @param dark on dark grounds
 */
public record Colour(String name, String light, String dark) {
    public String in(Scheme scheme) {
        return scheme == Scheme.LIGHT ? light : dark;
    }
}
