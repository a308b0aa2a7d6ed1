package org.truceline.ogcapi;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does, one by one. */
final class EventReader implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private String lastId = "";

    EventReader(URI address, String lastEventId) throws IOException {
        connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", lastEventId);
        }
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    String lastId() {
        return lastId;
    }

    /** Reads until the place where the feed begins is told. */
    EventReader begun() throws IOException {
        while (lastId.isEmpty()) {
            readLine();
        }
        return this;
    }

    /** The data of the next event; fails where none comes. */
    JsonNode next() throws IOException {
        while (true) {
            Optional<String> data = readLine();
            if (data.isPresent()) {
                return JsonMapper.shared().readTree(data.get());
            }
        }
    }

    private Optional<String> readLine() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the feed has ended");
        }
        if (line.startsWith("id: ")) {
            lastId = line.substring(4);
        }
        return line.startsWith("data: ") ? Optional.of(line.substring(6)) : Optional.empty();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
