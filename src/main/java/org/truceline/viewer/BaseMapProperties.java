package org.truceline.viewer;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An outside base map that lies beneath the map's own layers instead of the land that these draw. Without one, which is
 * so unless the operator wants it, the page asks no other server for anything.
 *
 * @param tiles address of pictures of 256 pixels in Web Mercator, with {@code {z}}, {@code {x}} and {@code {y}}; empty: none
 * @param attribution what the map has to say of whose it is
 */
@ConfigurationProperties("truceline.map.base-map")
record BaseMapProperties(
        @DefaultValue("") String tiles, @DefaultValue("") String attribution) {
    private static final List<String> PLACES = List.of("{z}", "{x}", "{y}");

    BaseMapProperties {
        if (!tiles.isEmpty()) {
            if (!PLACES.stream().allMatch(tiles::contains)) {
                throw new IllegalArgumentException("truceline.map.base-map.tiles is \"" + tiles
                        + "\"; expected is an address of tiles with {z}, {x} and {y}");
            }
            origin(tiles);
            if (attribution.isBlank()) {
                throw new IllegalArgumentException("truceline.map.base-map.attribution is missing;"
                        + " expected is what the map has to say of whose base map it is");
            }
        }
    }

    boolean isThere() {
        return !tiles.isEmpty();
    }

    /** The server of the tiles, as a policy for content names it: scheme, host and port. */
    String origin() {
        return origin(tiles);
    }

    private static String origin(String tiles) {
        URI address;
        try {
            address = URI.create(tiles.replaceAll("[{}]", ""));
        } catch (IllegalArgumentException malformed) {
            throw notAnAddress(tiles);
        }
        boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!isWeb || address.getHost() == null || !address.getHost().matches("[A-Za-z0-9.:\\[\\]-]+")) {
            throw notAnAddress(tiles);
        }
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static IllegalArgumentException notAnAddress(String tiles) {
        return new IllegalArgumentException("truceline.map.base-map.tiles is \"" + tiles
                + "\"; expected is an address that begins with https:// or http:// and a host");
    }
}
