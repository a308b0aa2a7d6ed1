package org.truceline.styles;

import java.util.List;
import org.truceline.styles.LayerStyle.StyleText;

/**
 * The style of all layers together.
 *
 * @param layerIds from the ground up; a layer that is not served is left out
 */
public record Overview(StyleText text, List<String> layerIds) {
    public Overview {
        layerIds = List.copyOf(layerIds);
    }

    static Overview of(Fields fields) {
        Overview overview =
                new Overview(new StyleText(fields.text("title"), fields.text("description")), fields.texts("layers"));
        fields.requireAllRead();
        return overview;
    }
}
