package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.truceline.editing.Conflict;
import org.truceline.editing.EditFailure;
import org.truceline.editing.Fault;
import org.truceline.layers.Layer;
import org.truceline.processes.GeoJson;

/** A problem document that tells why an edit was not made: every fault, or every conflict, with a pointer to its place. */
final class EditProblem {
    private static final String POINTER = "pointer";

    private EditProblem() {}

    /** The problem. */
    static ProblemDetail of(EditFailure failure) {
        Optional<Layer> layer = failure.layer();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(failure), failure.told());
        if (failure instanceof EditFailure.Invalid invalid) {
            problem.setProperty(
                    "errors",
                    invalid.faults().stream().map(fault -> error(fault, layer)).toList());
        } else if (failure instanceof EditFailure.Conflicting conflicting) {
            problem.setProperty(EditedFeature.REV, conflicting.rev());
            problem.setProperty(
                    "conflicts",
                    conflicting.conflicts().stream()
                            .map(conflict -> conflict(conflict, layer))
                            .toList());
        }
        return problem;
    }

    /** All that the problem says, a line for each fault or conflict. */
    static String inWords(EditFailure failure) {
        List<String> lines = new ArrayList<>(List.of(failure.told()));
        Optional<Layer> layer = failure.layer();
        if (failure instanceof EditFailure.Invalid invalid) {
            invalid.faults().forEach(fault -> lines.add(label(place(fault, layer)) + fault.message()));
        } else if (failure instanceof EditFailure.Conflicting conflicting) {
            conflicting
                    .conflicts()
                    .forEach(conflict ->
                            lines.add(label(pointer(conflict.property(), layer)) + inWords(conflict, layer)));
        }
        return String.join("\n", lines);
    }

    private static String inWords(Conflict conflict, Optional<Layer> layer) {
        // Nobody reads coordinates.
        return isGeometry(conflict.property(), layer)
                ? "both changed it"
                : "it was " + inWords(conflict.before()) + ", yours is " + inWords(conflict.yours()) + ", theirs is "
                        + inWords(conflict.theirs());
    }

    private static String inWords(Optional<String> value) {
        return value.map(text -> "\"" + text + "\"").orElse("nothing");
    }

    private static String label(String pointer) {
        return pointer.isEmpty() ? "" : pointer.replaceFirst("^/(properties/)?", "") + ": ";
    }

    private static HttpStatus status(EditFailure failure) {
        if (failure instanceof EditFailure.Invalid || failure instanceof EditFailure.OtherRequest) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        } else if (failure instanceof EditFailure.Missing) {
            return HttpStatus.NOT_FOUND;
        }
        return failure instanceof EditFailure.Passed ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT;
    }

    private static Map<String, Object> error(Fault fault, Optional<Layer> layer) {
        Map<String, Object> error = new LinkedHashMap<>();
        String feature = fault.feature().isPresent()
                ? EditedBatch.pointer(fault.feature().getAsInt())
                : "";
        error.put(POINTER, feature + pointer(fault.property(), layer));
        error.put("detail", fault.message());
        return error;
    }

    private static Map<String, Object> conflict(Conflict conflict, Optional<Layer> layer) {
        boolean isGeometry = isGeometry(conflict.property(), layer);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(POINTER, pointer(conflict.property(), layer));
        values.put("before", value(conflict.before(), isGeometry));
        values.put("yours", value(conflict.yours(), isGeometry));
        values.put("theirs", value(conflict.theirs(), isGeometry));
        return values;
    }

    private static Optional<Object> value(Optional<String> text, boolean isGeometry) {
        return text.map(value -> isGeometry ? geoJson(value) : value);
    }

    private static Object geoJson(String wkb) {
        try {
            return GeoJson.of(new WKBReader().read(WKBReader.hexToBytes(wkb)));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("PostGIS wrote a geometry that can't be read", unreadable);
        }
    }

    /** By RFC 6901, into the body. */
    private static String place(Fault fault, Optional<Layer> layer) {
        String feature = fault.feature().isPresent()
                ? EditedBatch.pointer(fault.feature().getAsInt())
                : "";
        return feature + pointer(fault.property(), layer);
    }

    /** By RFC 6901, into the GeoJSON feature. */
    private static String pointer(String property, Optional<Layer> layer) {
        if (property.isEmpty()) {
            return "";
        } else if (isGeometry(property, layer)) {
            return "/geometry";
        } else if (layer.filter(known -> known.idColumn().name().equals(property))
                .isPresent()) {
            return "/id";
        }
        return "/properties/" + property.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isGeometry(String property, Optional<Layer> layer) {
        return layer.filter(known -> known.geometry().name().equals(property)).isPresent();
    }
}
