package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truceline.ServerTest;

/** Every resource comes in JSON and as a page, and each of the two leads to the other. */
class PagesTest extends ServerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern ALTERNATE =
            Pattern.compile("<link rel=\"alternate\" type=\"([^\"]*)\" href=\"http://[^/]*([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/conformance",
                "/api",
                "/collections",
                "/collections/incidents",
                "/collections/incidents/schema",
                "/collections/incidents/queryables",
                "/collections/incidents/sortables",
                "/collections/incidents/items",
                "/collections/incidents/items?limit=2&category=Protests",
                "/collections/places/items/kok-tash",
                "/collections/"
            })
    void resourcesComeInJsonAndAsPages(String path) throws Exception {
        HttpResponse<String> json = get(path);
        HttpResponse<String> page = get(path, "Accept", BROWSER);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(type(json)).contains("json");
        assertThat(type(page)).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\"")
                .endsWith("</html>\n");
        assertThat(json.headers().allValues("Vary")).contains("Accept");
        assertThat(page.headers().allValues("Vary")).contains("Accept");

        Matcher alternate = ALTERNATE.matcher(page.body());
        assertThat(alternate.find()).isTrue();
        HttpResponse<String> other = get(alternate.group(2).replace("&amp;", "&"), "Accept", BROWSER);
        assertThat(type(other)).isEqualTo(type(json)).isEqualTo(alternate.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/,/?f=html",
        "/conformance,/conformance?f=html",
        "/collections,/collections?f=html",
        "/collections/places,/collections/places?f=html",
        "/collections/places/items?limit=2,/collections/places/items?limit=2&f=html",
        "/collections/places/items/kok-tash,/collections/places/items/kok-tash?f=html"
    })
    void jsonLeadsToThePage(String path, String page) throws Exception {
        assertThat(JsonAnswer.of(get(path)).link("alternate")).isEqualTo(page);
        assertThat(JsonAnswer.of(get(path)).link("self")).isEqualTo(path);
        assertThat(type(get(page))).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/collections/places/schema", "/collections/places/queryables"})
    void documentsWithoutLinksNameThePageInAHeader(String path) throws Exception {
        assertThat(get(path).headers().firstValue("Link"))
                .hasValue("<" + uri(path) + "?f=html>;" + " rel=\"alternate\"; type=\"text/html\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api", "/conformance", "/collections", "/collections/places", "/collections/places/items"})
    void headAndOptionsAnswerEverywhere(String path) throws Exception {
        HttpResponse<String> head = send(HttpRequest.newBuilder(uri(path)).method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> options =
                send(HttpRequest.newBuilder(uri(path)).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(type(head)).isEqualTo(type(get(path)));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "HEAD", "OPTIONS"));
    }

    @Test
    void formatWinsOverAccept() throws Exception {
        assertThat(type(get("/collections?f=json", "Accept", BROWSER))).isEqualTo("application/json");
        assertThat(type(get("/collections?f=html", "Accept", "application/json")))
                .startsWith("text/html");
        assertThat(type(get("/collections/places/items?f=geojson", "Accept", BROWSER)))
                .isEqualTo("application/geo+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nowhere                                | 404 | There is nothing at /nowhere.
            /collections/nowhere                    | 404 | There is no collection &quot;nowhere&quot;
            /collections/places/items/nobody        | 404 | There is no feature &quot;nobody&quot;
            /collections/places/items?limit=0       | 400 | a whole number from 1
            /collections/places/items?%3Cb%3E=1     | 400 | The parameter &quot;&lt;b&gt;&quot; is not known here
            /collections?f=shapefile                | 400 | expected is json or html
            """)
    void errorsArePagesForPeopleAndProblemsForPrograms(String path, int status, String text) throws Exception {
        HttpResponse<String> page = get(path, "Accept", BROWSER);
        HttpResponse<String> problem = get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(type(page)).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains(text, "Status <code>" + status + "</code>");
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(type(problem)).isEqualTo("application/problem+json");
    }

    @Test
    void onlyWhatNobodyOffersIsNotAcceptable() throws Exception {
        HttpResponse<String> picture = get("/collections", "Accept", "image/png");

        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(type(picture)).isEqualTo("application/problem+json");
        assertThat(get("/collections", "Accept", "application/schema+json").statusCode())
                .isEqualTo(200);
        assertThat(get("/actuator/health", "Accept", BROWSER).statusCode()).isEqualTo(200);
        assertThat(get("/map", "Accept", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfFeaturesAreShorterAndLeadOn() throws Exception {
        String first = get("/collections/incidents/items", "Accept", BROWSER).body();

        assertThat(first.split("<th scope=\"row\">", -1)).hasSize(26);
        Matcher next =
                Pattern.compile("rel=\"next\" href=\"http://[^/]*([^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(first).contains("25 on this page").doesNotContain("rel=\"first\"");
        assertThat(get(next.group(1).replace("&amp;", "&"), "Accept", BROWSER).body())
                .contains("rel=\"first\"");
    }

    @Test
    void pagesMayRunNothing() throws Exception {
        assertThat(get("/", "Accept", BROWSER).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .doesNotContain("script-src", "unsafe", "http"));
        assertThat(get("/collections/places/items", "Accept", BROWSER).headers().firstValue("Content-Security-Policy"))
                .isPresent();
        assertThat(get("/pages/pages.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
