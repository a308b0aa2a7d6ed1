package org.truceline.formats;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a JSON value as lists that people read: the fields of an object by name, the entries of an array in turn. */
final class HtmlJson {
    /** What lies deeper stays JSON. */
    private static final int DEEPEST = 6;

    private final HtmlWriter html;
    private final HtmlText texts;

    HtmlJson(HtmlWriter html) {
        this.html = html;
        this.texts = new HtmlText(html);
    }

    /** Whether the value is a list of plain values, which stands in a line. */
    static boolean isPlainList(JsonNode json) {
        return json.isArray() && !json.isEmpty() && json.valueStream().allMatch(JsonNode::isValueNode);
    }

    /** How much a value holds, in words. */
    static String count(JsonNode json) {
        String unit = json.isArray() ? json.size() == 1 ? "entry" : "entries" : json.size() == 1 ? "field" : "fields";
        return json.size() + " " + unit;
    }

    void write(JsonNode json) throws IOException {
        write(json, 1);
    }

    private void write(JsonNode json, int depth) throws IOException {
        if (json.isNull()) {
            html.markup(HtmlText.ABSENT);
        } else if (json.isString()) {
            texts.write(json.asString());
        } else if (json.isBoolean()) {
            html.text(json.asBoolean() ? "yes" : "no");
        } else if (json.isValueNode()) {
            html.text(json.toString());
        } else if (json.isEmpty()) {
            html.markup(HtmlText.absent(json.isArray() ? "no entries" : "no fields"));
        } else if (isPlainList(json)) {
            plainList(json, depth);
        } else if (depth > DEEPEST) {
            html.markup("<code>").text(json.toString()).markup("</code>");
        } else if (json.isArray()) {
            entries(json, depth);
        } else {
            fields(json, depth);
        }
    }

    private void plainList(JsonNode json, int depth) throws IOException {
        for (Iterator<JsonNode> values = json.values().iterator(); values.hasNext(); ) {
            write(values.next(), depth);
            html.markup(values.hasNext() ? "; " : "");
        }
    }

    private void entries(JsonNode json, int depth) throws IOException {
        html.markup("<ol class=\"entries\">");
        for (JsonNode entry : json.values()) {
            html.markup("<li>");
            write(entry, depth + 1);
            html.markup("</li>");
        }
        html.markup("</ol>");
    }

    private void fields(JsonNode json, int depth) throws IOException {
        html.markup("<dl class=\"fields\">");
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            html.markup("<dt>").text(field.getKey()).markup("</dt><dd>");
            write(field.getValue(), depth + 1);
            html.markup("</dd>");
        }
        html.markup("</dl>");
    }
}
