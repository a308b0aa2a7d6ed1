package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    @Test
    void pagesLeadToDownloads() throws Exception {
        String collection = get("/collections/incidents", "Accept", BROWSER).body();
        String filtered = get("/collections/incidents/items?limit=2&category=Protests&sortby=-id", "Accept", BROWSER)
                .body();

        for (String extension : List.of("geojson", "geojsons", "csv", "fgb", "gpkg")) {
            assertThat(collection).contains("/collections/incidents/export." + extension + "\" download");
            assertThat(filtered)
                    .contains("/collections/incidents/export." + extension
                            + "?category=Protests&amp;sortby=-id\" download");
        }
        assertThat(get("/collections/incidents/export.csv?category=Protests&sortby=-id")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/conformance",
                "/api",
                "/functions",
                "/collections",
                "/collections/incidents",
                "/collections/incidents/schema",
                "/collections/incidents/queryables",
                "/collections/incidents/sortables",
                "/collections/incidents/items",
                "/collections/incidents/items?limit=2&category=Protests",
                "/collections/places/items/kok-tash",
                "/tiles",
                "/tiles?collections=places,incidents",
                "/tiles/WebMercatorQuad?collections=places",
                "/collections/incidents/tiles",
                "/collections/incidents/tiles/WebMercatorQuad",
                "/collections/incidents/tiles/WorldCRS84Quad",
                "/tileMatrixSets",
                "/tileMatrixSets/WebMercatorQuad",
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
        "/collections/places/tiles,/collections/places/tiles?f=html",
        "/tiles/WebMercatorQuad?collections=places,/tiles/WebMercatorQuad?collections=places&f=html",
        "/collections/places/items?limit=2,/collections/places/items?limit=2&f=html",
        "/collections/places/items/kok-tash,/collections/places/items/kok-tash?f=html"
    })
    void jsonLeadsToThePage(String path, String page) throws Exception {
        assertThat(JsonAnswer.of(get(path)).link("alternate")).isEqualTo(page);
        assertThat(JsonAnswer.of(get(path)).link("self")).isEqualTo(path);
        assertThat(type(get(page))).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/functions",
                "/collections/places/schema",
                "/collections/places/queryables",
                "/tileMatrixSets/WorldCRS84Quad"
            })
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
            /tiles?collections=nowhere              | 400 | there is no collection &quot;nowhere&quot;
            /tiles/Nowhere                          | 404 | Nowhere
            /collections/places/tiles/WebMercatorQuad?f=pbf | 400 | expected is json, html or tilejson
            """)
    void errorsArePagesForPeopleAndProblemsForPrograms(String path, int status, String text) throws Exception {
        HttpResponse<String> page = get(path, "Accept", BROWSER);
        HttpResponse<String> problem = get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(type(page)).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains(text, "Status <code>" + status + "</code>");
        assertThat(page.headers().allValues("Vary")).containsOnlyOnce("Accept");
        assertThat(problem.headers().allValues("Vary")).containsOnlyOnce("Accept");
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

    @ParameterizedTest
    @CsvSource({
        "/,",
        "/functions,",
        "/collections,",
        "/collections/nowhere,",
        "/tiles,",
        "/tiles/WorldCRS84Quad,",
        "/tileMatrixSets/WorldCRS84Quad,",
        "/tiles/WebMercatorQuad,script-src 'self'",
        "/collections/places,script-src 'self'",
        "/collections/places/items,script-src 'self'",
        "/collections/places/items/kok-tash,script-src 'self'"
    })
    void pagesRunNothingButTheirMap(String path, @Nullable String scripts) throws Exception {
        HttpHeaders headers = get(path, "Accept", BROWSER).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "form-action 'self'")
                        .doesNotContain("unsafe", "http", "*"));
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow().contains("script-src"))
                .isEqualTo(scripts != null);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void filesOfPagesAreAskedForAgain() throws Exception {
        assertThat(get("/pages/pages.css").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @Test
    void fieldsLeftEmptyAskNothing() throws Exception {
        String page = get("/collections/places/items?bbox=&datetime=&filter=&limit=", "Accept", BROWSER)
                .body();

        assertThat(page).contains("25 on this page").doesNotContain("Without bbox");
        assertThat(get("/collections/places/items?bbox=").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bbox=1,2,3                                 | bbox     | is &quot;1,2,3&quot;                 |
            datetime=yesterday                         | datetime | is &quot;yesterday&quot;             |
            limit=many                                 | limit    | is &quot;many&quot;                  |
            filter=event_type%20%3D%3D%20'%3Cb%3E'     | filter   | at character 13                      | event_type =<mark>=</mark> &#39;&lt;b&gt;&#39;
            filter=nothing%20%3D%201                   | filter   | nothing                              | <mark>n</mark>othing = 1
            """)
    void faultsOfTheFormStandWhereTheyAre(String query, String field, String text, @Nullable String excerpt)
            throws Exception {
        HttpResponse<String> page = get("/collections/incidents/items?" + query, "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).containsOnlyOnce("aria-invalid=\"true\"").contains(text);
        assertThat(page.body()).containsPattern("id=\"field-" + field + "\"[^>]*aria-invalid=\"true\"");
        if (excerpt != null) {
            assertThat(page.body().replaceAll("</?(?!mark)[a-z]+[^>]*>", "")).contains(excerpt);
        }
    }

    @Test
    void columnsSortUpThenDownThenNoMore() throws Exception {
        String up = sortLink("/collections/places/items?kind=village", "Name", "");
        assertThat(up).isEqualTo("/collections/places/items?kind=village&limit=25&sortby=name");
        String down = sortLink(up, "Name", "ascending");
        assertThat(down).endsWith("sortby=-name");
        assertThat(sortLink(down, "Name", "descending")).endsWith("?kind=village&limit=25");
    }

    private String sortLink(String path, String column, String order) throws Exception {
        Matcher head = Pattern.compile("<th[^>]*scope=\"col\"(?: aria-sort=\"(\\w+)\")?[^>]*>\\s*"
                        + "<a class=\"sort\" href=\"http://[^/]*([^\"]*)\">" + column + "</a>")
                .matcher(get(path, "Accept", BROWSER).body());
        assertThat(head.find()).isTrue();
        assertThat(head.group(1)).isEqualTo(order.isEmpty() ? null : order);
        return head.group(2).replace("&amp;", "&");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
