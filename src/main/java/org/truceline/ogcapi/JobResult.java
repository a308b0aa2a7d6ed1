package org.truceline.ogcapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.truceline.layers.LayerCatalogue;
import org.truceline.processes.OutputValue;

/**
 * A result on the page of its job.
 *
 * @param file what it is called when it is downloaded
 * @param excerpt how it begins
 * @param isCut whether there is more of it
 * @param map of it; none where it is no GeoJSON
 */
record JobResult(String title, String href, String file, String excerpt, boolean isCut, List<PageMap> map) {
    private static final int LONGEST_EXCERPT = 2_000;

    static JobResult of(OutputValue value, String href, LayerCatalogue catalogue) {
        boolean isGeoJson = value.output().mediaType().equals(MediaTypes.GEO_JSON);
        int shown = Math.min(LONGEST_EXCERPT, value.json().length);
        String title = value.output().label().title();
        return new JobResult(
                title,
                href,
                value.output().id() + (isGeoJson ? ".geojson" : ".json"),
                // A character cut in two shows as a replacement character, which the dots after it explain.
                new String(value.json(), 0, shown, StandardCharsets.UTF_8),
                shown < value.json().length,
                isGeoJson ? List.of(PageMap.ofResult(title, href, catalogue)) : List.of());
    }
}
