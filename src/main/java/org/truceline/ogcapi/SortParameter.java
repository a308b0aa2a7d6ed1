package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.truceline.cql2.Cql2ParseException;
import org.truceline.cql2.Cql2Text;
import org.truceline.features.FilterFault;
import org.truceline.features.LiteralCrs;
import org.truceline.features.NearestName;
import org.truceline.features.SortKey;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/**
 * The parameter {@code sortby}: names of properties and functions in CQL2 between commas, each with {@code +} or {@code -}
 * before it for the direction. A {@code +} that nobody encoded has become a space on its way through the URL.
 */
final class SortParameter {
    static final String NAME = "sortby";

    /** Each key is compared with each one before it where a page begins. */
    private static final int MOST_KEYS = 16;

    private static final int LONGEST = 8 * 1024;

    private final Layer layer;
    private final LiteralCrs crs;

    /**
     * For one layer.
     *
     * @param crs in which geometries are written
     */
    SortParameter(Layer layer, LiteralCrs crs) {
        this.layer = layer;
        this.crs = crs;
    }

    /**
     * The keys, the first one first.
     *
     * @throws IllegalArgumentException if one of them can't be sorted by
     */
    List<SortKey> parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        List<SortKey> keys = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = endOfKey(text, start);
            keys.add(key(text, start, end));
            start = end + 1;
        }
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("these are " + keys.size() + " keys; expected are at most " + MOST_KEYS);
        }
        return keys;
    }

    private SortKey key(String text, int start, int end) {
        boolean isDescending = text.startsWith("-", start);
        boolean hasSign = isDescending || text.startsWith("+", start) || text.startsWith(" ", start);
        int from = hasSign && start < end ? start + 1 : start;
        String name = text.substring(from, end);
        Optional<Property> property =
                layer.findProperty(name).filter(named -> named.type().isComparable());
        if (property.isPresent()) {
            return SortKey.of(property.get(), isDescending);
        } else if (name.indexOf('(') < 0 && !name.startsWith("\"")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" can't be sorted by; expected is " + NearestName.inWords(name, sortables())
                            + ", or a function such as distance(geom, POINT(70.6 40.1))");
        }
        try {
            // Places in the expression are told as places in the whole parameter.
            return ParsingRoom.parse(
                    " ".repeat(from) + name, inRoom -> SortKey.of(layer, Cql2Text.parse(inRoom), crs, isDescending));
        } catch (Cql2ParseException | FilterFault fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    /** The next comma that stands neither in parentheses nor in quotes, or the text's end. */
    private static int endOfKey(String text, int start) {
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                // A doubled quote ends the text and begins it again.
                quote = character == quote ? 0 : quote;
                i += character == '\\' ? 1 : 0;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == ',' && depth == 0) {
                return i;
            } else {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            }
        }
        return text.length();
    }

    private List<String> sortables() {
        return layer.properties().stream()
                .filter(property -> property.type().isComparable())
                .map(Property::name)
                .toList();
    }
}
