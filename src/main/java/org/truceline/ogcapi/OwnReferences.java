package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inputs that refer to features of this very server ({@code {"href": "/collections/…"}}), which are read over HTTP as
 * whoever asks would read them. Nothing else is fetched: a server that follows any address looks into networks that its
 * clients can't reach.
 */
@Component
class OwnReferences {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REFERENCE = "href";
    private static final String INPUTS = "inputs";

    private final BaseUrl baseUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    OwnReferences(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Puts in the place of each reference what it refers to. What is no JSON is left to whoever reads it next.
     *
     * @throws InvalidParameter if a reference leads elsewhere, or to nothing
     */
    String replaceIn(String body, HttpServletRequest request) {
        if (!body.contains('"' + REFERENCE + '"')) {
            return body;
        }
        try {
            JsonNode document = JsonMapper.shared().readTree(body);
            if (!(document.path(INPUTS) instanceof ObjectNode inputs)) {
                return body;
            }
            for (String input : inputs.propertyNames().toArray(String[]::new)) {
                JsonNode reference = inputs.path(input).path(REFERENCE);
                if (reference.isString()) {
                    inputs.set(input, read(INPUTS + "." + input, reference.asString(), request));
                }
            }
            return document.toString();
        } catch (JacksonException notJson) {
            return body;
        }
    }

    private JsonNode read(String place, String reference, HttpServletRequest request) {
        String path = path(place, reference, request);
        String host =
                request.getLocalAddr().contains(":") ? "[" + request.getLocalAddr() + "]" : request.getLocalAddr();
        String address = request.getScheme().toLowerCase(Locale.ROOT) + "://" + host + ":" + request.getLocalPort();
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .header(HttpHeaders.ACCEPT, MediaTypes.GEO_JSON)
                    .build();
            HttpResponse<InputStream> answer = client.send(question, BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                byte[] bytes = content.readNBytes(ExecutionController.LONGEST_BODY + 1);
                if (answer.statusCode() != 200 || bytes.length > ExecutionController.LONGEST_BODY) {
                    throw fault(
                            place,
                            reference,
                            answer.statusCode() == 200
                                    ? "what it refers to is too long"
                                    : "the server answers it with the status " + answer.statusCode());
                }
                return JsonMapper.shared().readTree(bytes);
            }
        } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
            throw fault(place, reference, "what it refers to can't be read");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw fault(place, reference, "the server is stopping");
        }
    }

    private String path(String place, String reference, HttpServletRequest request) {
        String base = baseUrl.of(request).base();
        String path = reference.startsWith(base) ? reference.substring(base.length()) : reference;
        if (!path.startsWith("/collections/") || path.contains("..") || path.contains("\\")) {
            throw fault(place, reference, "it leads elsewhere than to this server's collections");
        }
        return path;
    }

    private static InvalidParameter fault(String place, String reference, String problem) {
        String shown = reference.length() > 200 ? reference.substring(0, 200) + "…" : reference;
        return new InvalidParameter(
                place,
                "The input refers to \"" + shown + "\": " + problem
                        + "; expected is a feature of this server, such as /collections/places/items/kok-tash.");
    }
}
