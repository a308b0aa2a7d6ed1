package org.truceline.ogcapi;

import org.springframework.http.ProblemDetail;

/**
 * What is wrong with a field of a form, and where in it.
 *
 * @param field the parameter's name
 * @param message a sentence
 * @param before what stands before the fault; like the next two empty where the place is not known
 * @param at the character at which the fault was found
 * @param after what follows
 */
record FieldFault(String field, String message, String before, String at, String after) {
    static final FieldFault NONE = new FieldFault("", "", "", "", "");

    /** The fault that a problem document tells of; {@link #NONE} if it is with no field of the form. */
    static FieldFault of(ProblemDetail problem, QuestionForm form) {
        Object parameter = property(problem, "parameter");
        return form.fields().stream()
                .filter(field -> field.name().equals(parameter))
                .findFirst()
                .map(field -> in(field, problem))
                .orElse(NONE);
    }

    private static FieldFault in(QuestionForm.Field field, ProblemDetail problem) {
        String detail = problem.getDetail();
        String message = detail == null ? "" : detail;
        String text = field.value();
        if (property(problem, "position") instanceof Integer position && position <= text.length()) {
            int end = position < text.length() ? text.offsetByCodePoints(position, 1) : position;
            String at = position == end ? " " : text.substring(position, end);
            return new FieldFault(field.name(), message, text.substring(0, position), at, text.substring(end));
        }
        return new FieldFault(field.name(), message, "", "", "");
    }

    private static Object property(ProblemDetail problem, String name) {
        var properties = problem.getProperties();
        Object value = properties == null ? null : properties.get(name);
        return value == null ? "" : value;
    }
}
