package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;
import org.truceline.access.Accounts;
import org.truceline.browser.Browser;

/**
 * Pages of other origins write with a password that they were told, and never with one that the browser remembers
 * (docs/sign-in.md).
 */
class CrossOriginEditsTest extends ServerTest {
    private static final String ITEMS = "/collections/incidents/items";
    private static final String SHOTS =
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"event_type\":\"Battles\","
                    + "\"summary\":\"From elsewhere\",\"time_precision\":\"unknown\"}}";

    private static final String CREATE_AND_CHANGE = """
            const [items, feature, authorization, done] = arguments;
            (async () => {
              const key = `"elsewhere-${Date.now()}"`;
              const create = () => fetch(items, { method: 'POST', body: feature, headers: {
                Authorization: authorization, 'Content-Type': 'application/geo+json', 'Idempotency-Key': key } });
              const first = await create();
              const again = await create();
              const place = first.headers.get('Location');
              let tag = null;
              while (tag === null) {
                tag = (await fetch(place)).headers.get('ETag');
              }
              const change = headers => fetch(place, { method: 'PATCH', body: '{"properties": {"observed_count": 3}}', headers: {
                'Content-Type': 'application/merge-patch+json', 'If-Match': tag, ...headers } });
              const changed = await change({ Authorization: authorization });
              const late = await change({ Authorization: authorization });
              const nobody = await change({});
              return [first.status, again.status, again.headers.get('Location') === place, changed.status, late.status, nobody.status];
            })().then(done, failure => done(String(failure)));
            """;

    private static final String WITH_REMEMBERED_PASSWORDS = """
            const [items, feature, authorization, done] = arguments;
            fetch(items, { method: 'POST', body: feature, credentials: 'include', headers: {
              Authorization: authorization, 'Content-Type': 'application/geo+json' } })
              .then(answer => done(answer.status), failure => done(failure.name));
            """;

    @Autowired
    private Accounts accounts;

    private String authorization = "";

    @BeforeEach
    void signIn() {
        String credentials = Accounts.ADMIN + ":" + accounts.renewAdmin();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.incident WHERE summary = 'From elsewhere'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aPageMayAskToWrite(String method) throws Exception {
        HttpResponse<String> preflight = send(HttpRequest.newBuilder(uri(ITEMS))
                .method("OPTIONS", BodyPublishers.noBody())
                .headers(
                        "Origin",
                        "https://example.org",
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        "authorization,content-crs,content-type,idempotency-key,if-match"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(
                        methods -> assertThat(methods.split(",\\s*")).contains(method));
        // The star stands for all headers but this one (Fetch Standard, CORS non-wildcard request-header name).
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(
                        headers -> assertThat(headers.split(",\\s*")).contains("*", "Authorization"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .as("else any page could write with what the browser remembers")
                .isEmpty();
    }

    /** What a page may send without asking is of these types, whoever is signed in (Fetch Standard, CORS-safelisted). */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void whatAPageMaySendWithoutAskingWritesNothing(String type) throws Exception {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(uri(ITEMS))
                .POST(BodyPublishers.ofString(SHOTS))
                .headers("Origin", "https://example.org", "Authorization", authorization, "Content-Type", type));

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(made()).isZero();
    }

    @Test
    void aPageInARealBrowserWritesWithThePasswordThatItWasTold() throws Exception {
        try (WebSite site = WebSite.open(Map.of("index.html", "<!DOCTYPE html><title>Elsewhere</title>"));
                Browser browser = Browser.start()) {
            browser.open(site.page("index.html"));
            String server = "http://127.0.0.1:" + uri("/").getPort() + ITEMS;

            assertThat(browser.await(CREATE_AND_CHANGE, server, SHOTS, authorization))
                    .isEqualTo(List.of(201L, 201L, true, 204L, 412L, 401L));
            assertThat(made()).isEqualTo(1);
            assertThat(browser.await(WITH_REMEMBERED_PASSWORDS, server, SHOTS, authorization))
                    .isEqualTo("TypeError");
            assertThat(made()).isEqualTo(1);
        }
    }

    private long made() {
        return jdbc().sql("SELECT count(*) FROM ceasefire.incident WHERE summary = 'From elsewhere'")
                .query(Long.class)
                .single();
    }
}
