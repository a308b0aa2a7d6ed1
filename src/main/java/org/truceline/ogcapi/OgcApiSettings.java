package org.truceline.ogcapi;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the server calls itself.
 *
 * @param publicUrl the address that clients know it by; all links begin with it. Absent: taken from the request
 * @param hosts names by which a request may call the server beside {@code localhost} and the address it listens on;
 *     a request with another {@code Host} is answered, but its links don't repeat that name
 * @param title the server's name on its landing page
 * @param description what it serves
 */
@ConfigurationProperties("truceline")
record OgcApiSettings(
        Optional<URI> publicUrl,
        @DefaultValue List<String> hosts,
        @DefaultValue("Truceline") String title,

        @DefaultValue("Ceasefire monitoring: incidents, lines by claimant, withdrawal areas and patrol zones.")
        String description) {
    OgcApiSettings {
        hosts = List.copyOf(hosts);
        publicUrl.ifPresent(url -> {
            if (!url.isAbsolute() || url.getHost() == null || url.getRawQuery() != null) {
                throw new IllegalArgumentException("truceline.public-url is \"" + url
                        + "\"; expected is an absolute address without a query, such as https://example.org/truceline");
            }
        });
    }
}
