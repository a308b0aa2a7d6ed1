package org.truceline.ogcapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.truceline.features.FeatureStore;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.Property;
import org.truceline.styles.KnownValues;
import org.truceline.styles.ValueList;
import org.truceline.styles.ValueList.Column;

/** The values by which styles draw, as the layers have them now. */
@Component
class StyleValues implements KnownValues {
    private final LayerCatalogue catalogue;
    private final FeatureStore store;

    StyleValues(LayerCatalogue catalogue, FeatureStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** @throws org.truceline.features.ReadFailure if the database gives no answer */
    @Override
    public List<ValueList.Value> list(ValueList list) {
        Map<String, String> titles = new TreeMap<>();
        for (Column column : list.columns()) {
            // A layer or a column that an operator has taken away has no values.
            catalogue
                    .findLayer(column.layerId())
                    .ifPresent(layer -> layer.findProperty(column.property())
                            .ifPresent(property -> read(layer, property, list)
                                    .forEach((value, title) -> titles.merge(
                                            value, title, (known, further) -> known.equals(value) ? further : known))));
        }
        return titles.entrySet().stream()
                .map(value -> new ValueList.Value(value.getKey(), value.getValue()))
                .toList();
    }

    private Map<String, String> read(Layer layer, Property property, ValueList list) {
        Optional<Property> title = list.titles().stream()
                .filter(column -> column.layerId().equals(layer.id()))
                .findFirst()
                .flatMap(column -> layer.findProperty(column.property()));
        try {
            return store.listValues(layer, property, title.orElse(property));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
