package org.truceline.styles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The colours that definitions name. */
public final class Palette {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    private final Map<String, Colour> colours = new LinkedHashMap<>();

    private Palette() {}

    static Palette of(Map<String, Fields> fields) {
        Palette palette = new Palette();
        fields.forEach((name, colour) -> palette.colours.put(
                name, new Colour(name, hex(name, colour.text("light")), hex(name, colour.text("dark")))));
        return palette;
    }

    private static String hex(String name, String value) {
        if (!HEX.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The colour " + name + " is \"" + value + "\"; expected is #rrggbb in small letters");
        }
        return value;
    }

    public Colour get(String name) {
        return Optional.ofNullable(colours.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no colour \"" + name + "\" in the palette"));
    }

    public List<Colour> list() {
        return List.copyOf(colours.values());
    }
}
