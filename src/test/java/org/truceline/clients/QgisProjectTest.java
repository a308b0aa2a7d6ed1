package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project for QGIS, opened, drawn, played and printed by QGIS itself (3.22 in Debian 12). */
class QgisProjectTest extends ClientTest {
    private static final String ADDRESS = "/qgis/truceline.qgs";
    private static final Path COMMITTED = Path.of("gis/qgis/truceline.qgs");
    private static final Path IMAGE =
            Path.of("target/screenshots/qgis-project.png").toAbsolutePath();
    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");

    /** Armed clashes, in the palette's colour for light grounds. */
    private static final int BATTLES = 0x8f2a00;

    @Test
    void opensWithoutAWordDrawsPlaysAndPrints(@TempDir Path folder) throws Exception {
        Path project = folder.resolve("truceline.qgs");
        Path pdf = folder.resolve("layout.pdf");
        download(ADDRESS, project);
        JsonNode report = open(project, pdf, folder);

        assertThat(report.get("opened").asBoolean()).isTrue();
        assertThat(report.get("messages")).isEmpty();
        assertThat(report.get("crs").asString()).isEqualTo("EPSG:3857");
        assertThat(report.at("/drawn/errors")).isEmpty();
        JsonNode layers = report.get("layers");
        assertThat(layers.propertyNames()).containsExactlyInAnyOrderElementsOf(collectionIds());
        for (String id : collectionIds()) {
            JsonNode layer = layers.get(id);
            assertThat(layer.get("valid").asBoolean()).as(id).isTrue();
            assertThat(layer.get("count").asInt()).as(id).isEqualTo(count(id, ""));
            assertThat(layer.get("faults")).as(id).isEmpty();
            assertThat(layer.get("source").asString()).contains("url='" + uri("/") + "'");
        }
        JsonNode incidents = layers.get("incidents");
        assertThat(incidents.get("title").asString()).isEqualTo("Incidents");
        assertThat(incidents.get("temporal").toString()).isEqualTo("[\"time_start\",\"time_end\"]");
        assertThat(incidents.at("/lists/event_type").toString()).contains("Battles", "Riots");
        assertThat(incidents.get("rules").toString())
                .contains("Armed clashes and shooting", "event_type", "Other, or not known", "ELSE");
        assertThat(report.at("/groups/What is reported/0").toString()).isEqualTo("[\"truceline_incidents\",true]");
        assertThat(report.at("/time/0").asString()).startsWith("2019-07-21");

        // A week of the one year is drawn on one day, and the rest isn't.
        int always = pixels(IMAGE, BATTLES);
        int onOneDay = pixels(Path.of(IMAGE.toString().replace(".png", "-day.png")), BATTLES);
        assertThat(onOneDay).isPositive().isLessThan(always);
        assertThat(report.at("/printed/Map with disclaimer/result").asInt()).isZero();
        assertThat(report.at("/printed/Map with disclaimer/texts").toString())
                .contains("No line shown here is the line", "OpenStreetMap contributors");
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(Files.size(pdf)).isGreaterThan(20_000);
    }

    @Test
    void theCommittedProjectIsWhatTheServerMakes() throws Exception {
        String made = get(ADDRESS).body().replace(uri("/").toString(), "http://localhost:8080/");

        assertThat(Files.readString(COMMITTED))
                .as("a new one: curl -o %s http://localhost:8080%s", COMMITTED, ADDRESS)
                .isEqualTo(made);
    }

    @Test
    void isOfferedWhereOneLooksForIt() throws Exception {
        assertThat(get(ADDRESS).headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"truceline.qgs\"");
        assertThat(get(ADDRESS).headers().firstValue("Content-Type")).contains("application/x-qgis-project");
        assertThat(get("/").body()).contains(uri(ADDRESS).toString());
        assertThat(get("/?f=html").body()).contains(uri(ADDRESS).toString());
        assertThat(get("/api").body()).contains("\"" + ADDRESS + "\"");
        assertThat(get(ADDRESS + "?f=json").statusCode()).isEqualTo(400);
    }

    private static JsonNode open(Path project, Path pdf, Path folder) throws Exception {
        Files.createDirectories(IMAGE.getParent());
        Path script = folder.resolve("open_project_with_qgis.py");
        try (var source = new ClassPathResource("open_project_with_qgis.py", QgisProjectTest.class).getInputStream()) {
            Files.copy(source, script);
        }
        Path profile = Files.createDirectory(folder.resolve("profile"));
        List<String> arguments =
                List.of(script.toString(), project.toString(), profile.toString(), IMAGE.toString(), pdf.toString());
        Map<String, String> environment = Map.of("QT_QPA_PLATFORM", "offscreen", "XDG_RUNTIME_DIR", profile.toString());
        return JsonMapper.shared()
                .readTree(PYTHON.run(folder, environment, arguments).answer());
    }

    private static int pixels(Path file, int colour) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
