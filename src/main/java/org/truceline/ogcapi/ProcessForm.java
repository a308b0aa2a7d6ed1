package org.truceline.ogcapi;

import java.util.List;
import java.util.stream.Stream;
import org.truceline.processes.Input;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.ValueType.Control;

/**
 * The form by which people ask for a process.
 *
 * @param action where it leads: a path, so that it stays on the server that the page comes from
 */
record ProcessForm(String action, List<Field> fields) {
    /**
     * An input.
     *
     * @param control which kind of field: line, area or choice
     * @param options to choose from; an empty one is to choose nothing
     * @param example what it may hold; one that is needed holds it already
     */
    record Field(
            String name,
            String title,
            String description,
            String control,
            List<String> options,
            String example,
            boolean isRequired) {}

    static ProcessForm of(ProcessDescription process, String action) {
        return new ProcessForm(
                action, process.inputs().stream().map(ProcessForm::field).toList());
    }

    private static Field field(Input<?> input) {
        Control control = input.type().control();
        return new Field(
                input.id(),
                input.label().title(),
                input.label().description(),
                control.name(),
                control instanceof Control.Choice choice ? options(choice, input.isRequired()) : List.of(),
                input.exampleInForm(),
                input.isRequired());
    }

    private static List<String> options(Control.Choice choice, boolean isRequired) {
        return Stream.concat(isRequired ? Stream.empty() : Stream.of(""), choice.options().stream())
                .toList();
    }
}
