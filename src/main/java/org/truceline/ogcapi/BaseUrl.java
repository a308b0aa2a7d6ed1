package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The address that all links of an answer begin with, without a slash at its end. */
@Component
class BaseUrl {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OgcApiSettings settings;
    private final String listeningAddress;

    BaseUrl(OgcApiSettings settings, @Value("${server.address:localhost}") String listeningAddress) {
        this.settings = settings;
        this.listeningAddress = listeningAddress.toLowerCase(Locale.ROOT);
    }

    /** Absolute URLs of the server's resources, as this request's answer writes them. */
    Resources of(HttpServletRequest request) {
        return new Resources(settings.publicUrl()
                .map(URI::toString)
                .map(url -> url.replaceFirst("/+$", ""))
                .orElseGet(() -> ofHost(request)));
    }

    private String ofHost(HttpServletRequest request) {
        String host = Optional.ofNullable(request.getServerName()).orElse("").toLowerCase(Locale.ROOT);
        boolean isKnown = LOOPBACK_NAMES.contains(host)
                || host.equals(listeningAddress)
                || settings.hosts().contains(host);
        if (!isKnown) {
            // Whoever chooses the Host header must not choose where the links of a cached answer lead.
            return "http://localhost:" + request.getLocalPort();
        }
        boolean isDefaultPort = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + host + (isDefaultPort ? "" : ":" + request.getServerPort());
    }

    /** The server's resources, by their absolute URLs. */
    record Resources(String base) {
        /** The same from the root of whichever server the page comes from: paths as browsers see them, without a host. */
        Resources paths() {
            return new Resources(Objects.requireNonNullElse(URI.create(base).getRawPath(), ""));
        }

        String landingPage() {
            return base + "/";
        }

        String apiDefinition() {
            return base + "/api";
        }

        String conformance() {
            return base + "/conformance";
        }

        String functions() {
            return base + "/functions";
        }

        String changes() {
            return base + ChangesController.PATH;
        }

        String map() {
            return base + "/map";
        }

        String collections() {
            return base + "/collections";
        }

        String collection(String id) {
            return collections() + "/" + segment(id);
        }

        /** The tilesets of all collections together. */
        String tiles() {
            return base + "/tiles";
        }

        String tiles(String collectionId) {
            return collection(collectionId) + "/tiles";
        }

        String tileMatrixSets() {
            return base + "/tileMatrixSets";
        }

        String tileMatrixSet(String id) {
            return tileMatrixSets() + "/" + segment(id);
        }

        String styles() {
            return base + "/styles";
        }

        String styles(String collectionId) {
            return collection(collectionId) + "/styles";
        }

        String style(String styleId) {
            return styles() + "/" + segment(styleId);
        }

        String legend(String styleId) {
            return style(styleId) + "/legend";
        }

        /** What styles refer to: signs. */
        String resources() {
            return base + "/resources";
        }

        /** The letters of maps; what it is called with is written as it is, since it may stand for any. */
        String glyphs(String fontStack, String range) {
            return resources() + "/fonts/" + fontStack + "/" + range + ".pbf";
        }

        String qgisProject() {
            return base + "/qgis/truceline.qgs";
        }

        String search() {
            return base + "/search";
        }

        String search(String collectionId) {
            return collection(collectionId) + "/search";
        }

        String items(String collectionId) {
            return collection(collectionId) + "/items";
        }

        String counts(String collectionId) {
            return collection(collectionId) + "/" + CountsController.PATH;
        }

        String export(String collectionId, String extension) {
            return collection(collectionId) + "/export." + extension;
        }

        String schema(String collectionId, String kind) {
            return collection(collectionId) + "/" + kind;
        }

        String item(String collectionId, String featureId) {
            return items(collectionId) + "/" + segment(featureId);
        }

        String changes(String collectionId) {
            return collection(collectionId) + ChangesController.PATH;
        }

        String versions(String collectionId, String featureId) {
            return item(collectionId, featureId) + "/versions";
        }

        String processes() {
            return base + "/processes";
        }

        String process(String id) {
            return processes() + "/" + segment(id);
        }

        String jobs() {
            return base + "/jobs";
        }

        String job(String id) {
            return jobs() + "/" + segment(id);
        }

        String results(String jobId) {
            return job(jobId) + "/results";
        }

        String result(String jobId, String output) {
            return results(jobId) + "/" + segment(output);
        }

        String execution(String processId) {
            return process(processId) + "/execution";
        }

        static String segment(String text) {
            return UriUtils.encode(text, StandardCharsets.UTF_8);
        }
    }
}
