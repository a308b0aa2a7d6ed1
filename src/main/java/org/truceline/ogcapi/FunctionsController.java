package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.features.FilterFunction;
import org.truceline.features.FilterFunctions;
import org.truceline.features.ValueType;
import org.truceline.formats.Link;

/** The functions that filters may call: {@code /functions} (OGC API – Features Part 3, §6.4). */
@RestController
class FunctionsController {
    record Functions(List<Function> functions) {}

    record Function(String name, String description, List<String> returns, List<Argument> arguments) {}

    record Argument(String title, String description, List<String> type) {}

    private final BaseUrl baseUrl;

    FunctionsController(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @GetMapping(path = "/functions", produces = MediaTypes.JSON)
    ResponseEntity<Functions> functions(HttpServletRequest request) {
        FormatParameter.check(request);
        String page = FormatParameter.html(baseUrl.of(request).functions());
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Link.html(page).toHeader())
                .body(new Functions(FilterFunctions.list().stream()
                        .map(FunctionsController::describe)
                        .toList()));
    }

    private static Function describe(FilterFunction function) {
        List<Argument> arguments = function.parameters().stream()
                .map(parameter ->
                        new Argument(parameter.name(), parameter.description(), List.of(type(parameter.type()))))
                .toList();
        return new Function(function.name(), function.description(), List.of(type(function.returns())), arguments);
    }

    /** The names of types that the standard's schema knows. */
    private static String type(ValueType type) {
        return switch (type) {
            case TEXT, UUID, OTHER -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE, INSTANT -> "datetime";
            case GEOMETRY -> "geometry";
            case ARRAY -> "array";
        };
    }
}
