package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truceline.editing.Draft;
import org.truceline.editing.Fault;
import org.truceline.editing.NewFeature;
import org.truceline.features.NearestName;
import org.truceline.layers.EditedTable;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import tools.jackson.databind.JsonNode;

/**
 * A feature that a client writes, read from GeoJSON, or what it changes of one (RFC 7396). All that is wrong with its
 * values is collected.
 */
final class EditedFeature {
    /** The number of the version that an edit was made of. */
    static final String REV = "rev";

    /** Why, for the history; a property of no feature. */
    static final String REASON = "correction_reason";

    private static final String GEOMETRY = "geometry";
    private static final String PROPERTIES = "properties";
    private static final String ID = "id";

    private final Layer layer;
    private final EditedTable table;
    private final boolean isWhole;
    private final Map<String, Optional<String>> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private Optional<Long> rev = Optional.empty();
    private Optional<String> reason = Optional.empty();

    private EditedFeature(Layer layer, EditedTable table, boolean isWhole) {
        this.layer = layer;
        this.table = table;
        this.isWhole = isWhole;
    }

    /**
     * Reads the feature.
     *
     * @param isWhole whether all of it is written; else only what is to change
     */
    static EditedFeature read(JsonNode feature, Layer layer, EditedGeometry geometry, boolean isWhole) {
        EditedTable table = layer.text().edited().orElseThrow();
        EditedFeature edited = new EditedFeature(layer, table, isWhole);
        if (!feature.isObject()
                || (isWhole && !feature.path("type").asString("").equals("Feature"))) {
            edited.faults.add(
                    new Fault("", "this is no " + (isWhole ? "GeoJSON Feature" : "JSON object") + "; expected is one"));
            return edited;
        }
        edited.readMembers(feature, geometry);
        return edited;
    }

    private void readMembers(JsonNode feature, EditedGeometry geometry) {
        JsonNode given = feature.path(ID);
        if (given.isString() || given.isNumber()) {
            id = Optional.of(given.isString() ? given.asString() : given.toString());
        }
        if (!table.columns().containsKey(layer.geometry().name())) {
            requireNoGeometry(feature.path(GEOMETRY));
        } else if (feature.has(GEOMETRY)) {
            take(layer.geometry().name(), feature.get(GEOMETRY), geometry::read);
        }
        JsonNode properties = feature.path(PROPERTIES);
        if (properties.isObject()) {
            properties.properties().forEach(property -> readProperty(property.getKey(), property.getValue()));
        } else if (feature.has(PROPERTIES) && !(properties.isNull() && isWhole)) {
            faults.add(new Fault("", "the member properties is no object; expected is one"));
        }
    }

    private void requireNoGeometry(JsonNode geometry) {
        if (!geometry.isMissingNode() && !geometry.isNull()) {
            faults.add(new Fault(
                    layer.geometry().name(),
                    "features of this collection have no geometry that could be edited; expected is null"));
        }
    }

    private void readProperty(String name, JsonNode value) {
        if (name.equals(REV) && layer.findProperty(REV).isPresent()) {
            readRev(value);
        } else if (name.equals(REASON) && !table.columns().containsKey(REASON)) {
            readReason(value);
        } else if (table.columns().containsKey(name)
                && !name.equals(layer.geometry().name())) {
            Property property = layer.findProperty(name).orElseThrow();
            take(name, value, node -> EditedValue.read(property, node));
        } else if (layer.findProperty(name).isEmpty()) {
            List<String> names = layer.properties().stream().map(Property::name).toList();
            faults.add(new Fault(name, "there is no such property; expected is " + NearestName.inWords(name, names)));
        } else if (!isWhole) {
            faults.add(new Fault(name, "the property can't be edited, since the database works it out"));
        }
        // A whole feature may hold what was read with it: JSON Schema's readOnly lets a server ignore that.
    }

    private void readRev(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            rev = Optional.of(value.asLong());
        } else if (!value.isNull()) {
            faults.add(new Fault(REV, "a whole number is expected"));
        }
    }

    private void readReason(JsonNode value) {
        if (value.isString()) {
            reason = Optional.of(value.asString());
        } else if (!value.isNull()) {
            faults.add(new Fault(REASON, "a text is expected"));
        }
    }

    private interface Reader {
        String read(JsonNode value);
    }

    private void take(String name, JsonNode value, Reader reader) {
        try {
            values.put(name, value.isNull() ? Optional.empty() : Optional.of(reader.read(value)));
        } catch (IllegalArgumentException refused) {
            faults.add(new Fault(name, String.valueOf(refused.getMessage())));
        }
    }

    NewFeature asNew() {
        return new NewFeature(id, draft());
    }

    Optional<String> reason() {
        return reason;
    }

    private Draft draft() {
        return new Draft(values, isWhole, rev, faults);
    }

    /** What is done at once is done for one reason. */
    void requireReason(Optional<String> common) {
        if (reason.isPresent() && !reason.equals(common)) {
            faults.add(new Fault(
                    REASON, "another feature of the collection has another reason; expected is one reason for all"));
        }
    }

    /** What it says of the feature of this id: it can't be given another one. */
    Draft draftOf(String featureId) {
        if (id.isPresent() && !id.get().equals(featureId)) {
            faults.add(new Fault(
                    layer.idColumn().name(), "the id is not that of the address; expected is the same, or none"));
        }
        return draft();
    }
}
