package org.truceline.ogcapi;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.truceline.ogcapi.EditAttempt.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Edits incidents at random, all the ways that there are, and keeps a book of what it was answered. */
final class RandomEditor implements Callable<List<EditAttempt>> {
    static final List<String> TEXTS =
            List.of("summary", "place_as_reported", "casualties_as_reported", "casualties_note");

    private static final String ITEMS = "/collections/incidents/items";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final String server;
    private final String authorization;
    private final String name;
    private final List<String> ids;
    private final int edits;
    private final Random random;
    private final List<EditAttempt> book = new ArrayList<>();

    /** @param ids what it edits; with others it has to share them */
    RandomEditor(String server, String password, int number, List<String> ids, int edits) {
        this.server = server;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        this.name = "editor " + number;
        this.ids = ids;
        this.edits = edits;
        this.random = new Random(number);
    }

    @Override
    public List<EditAttempt> call() throws InterruptedException {
        for (int edit = 0; edit < edits; edit++) {
            edit(name + ", edit " + edit, ids.get(random.nextInt(ids.size())));
        }
        return book;
    }

    private void edit(String token, String id) throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        values.put(TEXTS.get(random.nextInt(TEXTS.size())), token);
        if (random.nextInt(3) == 0) {
            values.put(TEXTS.get(random.nextInt(TEXTS.size())), token);
        }
        int kind = random.nextInt(100);
        if (kind < 20) {
            create(token, id, values);
        } else if (kind < 45) {
            send(token, id, "PATCH", 0, values, patch(token, values));
        } else if (kind < 65) {
            mergeLater(token, id, values, "PATCH");
        } else if (kind < 80) {
            mergeLater(token, id, values, "PUT");
        } else if (kind < 92) {
            ifMatch(token, id, values);
        } else {
            send(token, id, "DELETE", 0, Map.of(), "");
        }
    }

    /** Under an id that is free only if somebody has deleted the incident. */
    private void create(String token, String id, Map<String, String> values) throws InterruptedException {
        ObjectNode feature = JsonMapper.shared().createObjectNode();
        feature.put("type", "Feature").put("id", id).putNull("geometry");
        ObjectNode properties = feature.putObject("properties");
        properties.put("event_type", "Battles").put("time_precision", "unknown").put("summary", token);
        values.forEach(properties::put);
        Map<String, String> all = new TreeMap<>(values);
        all.put("summary", token);
        properties.put("correction_reason", token);
        send(token, id, "POST", 0, all, feature.toString());
    }

    /** As somebody who reads a feature, thinks, and sends what they changed. */
    private void mergeLater(String token, String id, Map<String, String> values, String method)
            throws InterruptedException {
        JsonNode feature = read(id);
        if (feature.isMissingNode()) {
            return;
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(40)).toNanos());
        ObjectNode body = method.equals("PUT")
                ? (ObjectNode) feature
                : JsonMapper.shared().createObjectNode();
        ObjectNode properties =
                method.equals("PUT") ? (ObjectNode) feature.get("properties") : body.putObject("properties");
        values.forEach(properties::put);
        properties.put("correction_reason", token);
        properties.set("rev", feature.at("/properties/rev"));
        long madeOf = feature.at("/properties/rev").asLong();
        send(token, id, method, madeOf, values, body.toString());
    }

    private void ifMatch(String token, String id, Map<String, String> values) throws InterruptedException {
        try {
            HttpResponse<String> answer = CLIENT.send(request(id).build(), BodyHandlers.ofString());
            String tag = answer.headers().firstValue("ETag").orElse("");
            if (answer.statusCode() == 200 && !tag.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(10)).toNanos());
                send(token, id, "PATCH", 0, values, patch(token, values), "If-Match", tag);
            }
        } catch (IOException unread) {
            // Nothing was edited.
        }
    }

    private JsonNode read(String id) throws InterruptedException {
        try {
            HttpResponse<String> answer = CLIENT.send(request(id).build(), BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.statusCode() == 200 ? answer.body() : "");
        } catch (IOException unread) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String patch(String token, Map<String, String> values) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode properties = body.putObject("properties");
        values.forEach(properties::put);
        properties.put("correction_reason", token);
        return body.toString();
    }

    private HttpRequest.Builder request(String id) {
        return HttpRequest.newBuilder(URI.create(server + ITEMS + "/" + id)).timeout(Duration.ofSeconds(60));
    }

    private void send(
            String token,
            String id,
            String method,
            long madeOf,
            Map<String, String> values,
            String body,
            String... header)
            throws InterruptedException {
        String path = method.equals("POST")
                ? ITEMS
                : ITEMS + "/" + id + (body.isEmpty() ? "?correction_reason=" + token.replace(" ", "%20") : "");
        boolean isCut = random.nextInt(20) == 0;
        Outcome outcome = isCut ? cut(method, path, body, header) : ask(method, path, body, header);
        book.add(new EditAttempt(token, id, method, madeOf, values, outcome));
    }

    private Outcome ask(String method, String path, String body, String... header) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", authorization)
                .header("Content-Type", mediaType(method));
        if (header.length > 0) {
            request.headers(header);
        }
        HttpResponse<String> answer;
        try {
            answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            return Outcome.FAILED;
        }
        return switch (answer.statusCode()) {
            case 201, 204 -> Outcome.ACKNOWLEDGED;
            case 404 -> Outcome.MISSING;
            case 409 -> Outcome.CONFLICT;
            case 412 -> Outcome.PASSED;
            case 503, 504 -> Outcome.FAILED;
            default ->
                throw new AssertionError(method + " " + path + " " + body + " was answered with " + answer.statusCode()
                        + ": " + answer.body());
        };
    }

    /** Sends all of the request, and is gone before the answer, or while the server is at it. */
    private Outcome cut(String method, String path, String body, String... header) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Authorization: ").append(authorization).append("\r\n");
        head.append("Content-Type: ").append(mediaType(method)).append("\r\n");
        for (int index = 0; index < header.length; index += 2) {
            head.append(header[index]).append(": ").append(header[index + 1]).append("\r\n");
        }
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        URI address = URI.create(server);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            // The connection is reset, not closed in good order.
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(15)).toNanos());
        } catch (IOException alreadyCut) {
            // All the same.
        }
        return Outcome.CUT;
    }

    private static String mediaType(String method) {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json";
    }
}
