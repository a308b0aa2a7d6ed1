package org.truceline.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody else's site, of another origin than the server: pages, and the map libraries that they keep in {@code lib}. */
final class WebSite implements AutoCloseable {
    private static final List<String> LIBRARIES = List.of(
            "/static/map/vendor/maplibre-gl-6.17.0/",
            "/static/map/vendor/mapbox-gl-rtl-text-0.4.0/",
            "/META-INF/resources/webjars/ol/10.7.0/",
            "/META-INF/resources/webjars/ol/10.7.0/dist/",
            "/META-INF/resources/webjars/leaflet/1.9.4/dist/");

    private final HttpServer server;
    private final Map<String, String> pages;

    private WebSite(HttpServer server, Map<String, String> pages) {
        this.server = server;
        this.pages = pages;
    }

    /** @param pages their names and what stands in them */
    static WebSite open(Map<String, String> pages) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebSite site = new WebSite(server, pages);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    URI page(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Optional<byte[]> file = Optional.ofNullable(pages.get(name))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> name.startsWith("lib/") ? findInLibraries(name.substring(4)) : Optional.empty());
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", mediaType(name));
            // A browser asks for a site's icon by itself.
            int status = file.isPresent() ? 200 : name.equals("favicon.ico") ? 204 : 404;
            exchange.sendResponseHeaders(
                    status, file.map(bytes -> (long) bytes.length).orElse(-1L));
            if (file.isPresent()) {
                exchange.getResponseBody().write(file.get());
            }
        }
    }

    private static Optional<byte[]> findInLibraries(String file) {
        return LIBRARIES.stream()
                .map(folder -> find(folder + file))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<byte[]> find(String resource) {
        try (InputStream content = WebSite.class.getResourceAsStream(resource)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String mediaType(String name) {
        if (name.endsWith("js")) {
            return "text/javascript";
        }
        String guessed = URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "text/css" : guessed;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
