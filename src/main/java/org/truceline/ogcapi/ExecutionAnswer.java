package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.truceline.processes.OutputValue;
import org.truceline.processes.ResponseForm;
import tools.jackson.databind.json.JsonMapper;

/** What came out of a process, in the form that was asked for (OGC API – Processes Part 1, §7.11.4). */
final class ExecutionAnswer {
    private ExecutionAnswer() {}

    /** @param values at least one */
    static void write(List<OutputValue> values, ResponseForm form, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (form == ResponseForm.DOCUMENT) {
            writeDocument(values, response);
        } else if (values.size() == 1) {
            writeOne(values.get(0), response);
        } else {
            writeParts(values, response);
        }
    }

    private static void writeOne(OutputValue value, HttpServletResponse response) throws IOException {
        response.setContentType(value.output().mediaType());
        byte[] bytes = value.bytes();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Messages of messages by RFC 2387; each part is named after its output. */
    private static void writeParts(List<OutputValue> values, HttpServletResponse response) throws IOException {
        String boundary = UUID.randomUUID().toString();
        response.setContentType("multipart/related; type=\""
                + values.get(0).output().mediaType() + "\"; boundary=\"" + boundary + "\"");
        OutputStream out = response.getOutputStream();
        for (OutputValue value : values) {
            write(
                    out,
                    "--" + boundary + "\r\nContent-Type: " + value.output().mediaType() + "\r\nContent-ID: <"
                            + value.output().id() + ">\r\n\r\n");
            out.write(value.bytes());
            write(out, "\r\n");
        }
        write(out, "--" + boundary + "--\r\n");
    }

    /** One object by ids. An object among the values is wrapped, so that nobody takes it for one that tells of a value. */
    private static void writeDocument(List<OutputValue> values, HttpServletResponse response) throws IOException {
        response.setContentType(MediaTypes.JSON);
        OutputStream out = response.getOutputStream();
        String separator = "{";
        for (OutputValue value : values) {
            write(out, separator + quote(value.output().id()) + ":");
            boolean isObject = value.json()[0] == '{';
            if (isObject) {
                write(out, "{\"mediaType\":" + quote(value.output().mediaType()) + ",\"value\":");
            }
            out.write(value.json());
            write(out, isObject ? "}" : "");
            separator = ",";
        }
        write(out, "}");
    }

    private static String quote(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
