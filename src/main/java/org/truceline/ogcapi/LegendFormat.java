package org.truceline.ogcapi;

import java.util.Arrays;
import java.util.List;

/** What a legend is drawn in. */
enum LegendFormat implements OfferedForm {
    SVG("svg", MediaTypes.SVG),
    PNG("png", MediaTypes.PNG);

    private final String parameter;
    private final String mediaType;

    LegendFormat(String parameter, String mediaType) {
        this.parameter = parameter;
        this.mediaType = mediaType;
    }

    static List<LegendFormat> list() {
        return Arrays.asList(values());
    }

    @Override
    public String parameter() {
        return parameter;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }
}
