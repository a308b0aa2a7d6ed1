package org.truceline.ogcapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truceline.ServerTest;
import tools.jackson.databind.JsonNode;

/** OGC API – Processes where nobody waits: jobs, how far they are, what came out, and their end. */
class JobsTest extends ServerTest {
    private static final String POINT_BUFFER =
            "{\"inputs\": {\"geometry\": {\"type\": \"Point\", \"coordinates\": [70.5, 40]}, \"distance\": 1000}}";
    private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";
    private static final String EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    @Test
    void jobGivesWhatWaitingForItWouldHaveGiven() throws Exception {
        HttpResponse<String> created = submit("buffer", POINT_BUFFER);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Preference-Applied")).hasValue("respond-async");
        JsonNode status = JsonAnswer.of(created).body();
        assertThat(status.get("status").asString()).isEqualTo("accepted");
        assertThat(status.get("processID").asString()).isEqualTo("buffer");
        assertThat(status.get("type").asString()).isEqualTo("process");
        String job = location(created);
        assertThat(job).isEqualTo("/jobs/" + status.get("jobID").asString());

        JsonAnswer ended = awaitStatus(job, "successful");
        assertThat(ended.body().get("progress").asInt()).isEqualTo(100);
        assertThat(ended.body().has("started")).isTrue();
        HttpResponse<String> results = get(ended.link(RESULTS));
        HttpResponse<String> waited = execute("buffer", POINT_BUFFER);
        assertThat(results.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(results.body()).isEqualTo(waited.body());
        assertThat(get(job + "/results/buffer").body()).isEqualTo(waited.body());
        assertThat(JsonAnswer.of(get(job + "/results/area")).status()).isEqualTo(404);
    }

    @Test
    void documentIsKeptAsOne() throws Exception {
        String job = location(submit("echo", "{\"inputs\": {\"text\": \"a\"}, \"response\": \"document\"}"));

        awaitStatus(job, "successful");

        assertThat(get(job + "/results").body()).isEqualTo("{\"text\":\"a\",\"pause\":0}");
    }

    @Test
    void resultsAreNotReadyBeforeTheEnd() throws Exception {
        String job = location(submit("echo", "{\"inputs\": {\"text\": \"a\", \"pause\": 30}}"));

        JsonAnswer results = JsonAnswer.of(get(job + "/results"));
        assertThat(results.status()).isEqualTo(404);
        assertThat(results.body().get("type").asString()).isEqualTo(EXCEPTIONS + "result-not-ready");

        dismiss(job);
        assertThat(JsonAnswer.of(get(job + "/results")).body().get("detail").asString())
                .contains("dismissed");
    }

    @Test
    void longJobTellsHowFarItIsAndStopsWhenItIsDismissed() throws Exception {
        String job = location(submit("buffer", longBuffer()));
        String thread = "job-" + job.substring("/jobs/".length());
        await(() -> JsonAnswer.of(get(job)).body().get("progress").asInt() > 1);
        assertThat(threads()).contains(thread);

        JsonAnswer dismissed = dismiss(job);

        assertThat(dismissed.body().get("status").asString()).isEqualTo("dismissed");
        assertThat(JsonAnswer.of(get(job)).body().get("status").asString()).isEqualTo("dismissed");
        await(() -> !threads().contains(thread));
    }

    /** Crosses itself some hundred thousand times: many seconds of work, also for a machine that does nothing else. */
    private static String longBuffer() {
        Random random = new Random(19_820_402);
        return Stream.generate(
                        () -> "[%.4f,%.4f]".formatted(60 + 3 * random.nextDouble(), 40 + 3 * random.nextDouble()))
                .limit(1_400)
                .collect(Collectors.joining(
                        ",",
                        "{\"inputs\": {\"distance\": 500, \"tolerance\": 20,"
                                + " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [",
                        "]}}}"));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    @Test
    void jobThatHasEndedIsRemovedByDismissal() throws Exception {
        String job = location(submit("echo", "{\"inputs\": {\"text\": \"a\"}}"));
        awaitStatus(job, "successful");

        assertThat(dismiss(job).body().get("status").asString()).isEqualTo("dismissed");

        for (String path : List.of(job, job + "/results", "/jobs/nonsense")) {
            JsonAnswer gone = JsonAnswer.of(get(path));
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.body().get("type").asString()).isEqualTo(EXCEPTIONS + "no-such-job");
        }
        assertThat(send(HttpRequest.newBuilder(uri(job)).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void jobThatFailsSaysWhyAsTheRequestWouldHave() throws Exception {
        String bow = "{\"inputs\": {\"distance\": 10, \"geometry\": {\"type\": \"Polygon\","
                + " \"coordinates\": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}}}";
        String job = location(submit("buffer", bow));

        JsonAnswer failed = awaitStatus(job, "failed");

        assertThat(failed.body().get("message").asString()).contains("Self-intersection");
        JsonAnswer results = JsonAnswer.of(get(failed.link("http://www.opengis.net/def/rel/ogc/1.0/exceptions")));
        assertThat(results.status()).isEqualTo(400);
        assertThat(results.contentType()).isEqualTo("application/problem+json");
        assertThat(results.body().get("parameter").asString()).isEqualTo("inputs.geometry");
        JsonNode waited = JsonAnswer.of(execute("buffer", bow)).body();
        assertThat(results.body().get("detail")).isEqualTo(waited.get("detail"));
    }

    @Test
    void badRequestIsNoJob() throws Exception {
        assertThat(submit("buffer", "{\"inputs\": {}}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            respond-async                    | 201
            Respond-Async;foo=1, wait=3      | 201
            wait=10, respond-async           | 201
            return=minimal                   | 200
            respond-sync                     | 200
            """)
    void preferencesAreReadAsTheirStandardHasThem(String preference, int status) throws Exception {
        assertThat(post("echo", "{\"inputs\": {\"text\": \"a\"}}", "Prefer", preference)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void listHoldsOnlyTheJobsOfWhoeverAsks() throws Exception {
        String mine = location(post("echo", "{\"inputs\": {\"text\": \"a\"}}", asMe()));
        String others = location(post(
                "echo",
                "{\"inputs\": {\"text\": \"secret\"}}",
                "Prefer",
                "respond-async",
                "X-Forwarded-For",
                "10.0.0.9"));

        assertThat(listed("/jobs?limit=1000", "X-Forwarded-For", "10.0.0.7"))
                .contains(mine)
                .doesNotContain(others);
        assertThat(get("/jobs?limit=1000").body()).doesNotContain(others.substring("/jobs/".length()));
        assertThat(jdbc().sql("SELECT count(*) FROM truceline.process_job job WHERE job::text LIKE '%10.0.0.%'")
                        .query(Long.class)
                        .single())
                .as("rows that tell an address")
                .isZero();
        assertThat(get(others).statusCode()).as("whoever has the id").isEqualTo(200);
    }

    private static String[] asMe() {
        return new String[] {"Prefer", "respond-async", "X-Forwarded-For", "10.0.0.7"};
    }

    @Test
    void listIsFilteredAndComesInPages() throws Exception {
        String[] me = {"X-Forwarded-For", "10.0.1.1"};
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(location(post("echo", "{\"inputs\": {\"text\": \"a\"}}", with(me, "Prefer", "respond-async"))));
            awaitStatus(asked.get(i), "successful");
        }
        asked.add(location(post("buffer", POINT_BUFFER, with(me, "Prefer", "respond-async"))));
        awaitStatus(asked.get(3), "successful");

        List<String> found = new ArrayList<>();
        for (String page = "/jobs?limit=1";
                !page.isEmpty();
                page = JsonAnswer.of(get(page, me)).link("next")) {
            found.addAll(listed(page, me));
        }
        assertThat(found).containsExactly(asked.get(3), asked.get(2), asked.get(1), asked.get(0));
        assertThat(listed("/jobs?processID=buffer,nothing", me)).containsExactly(asked.get(3));
        assertThat(listed("/jobs?type=process&status=successful&processID=echo", me))
                .hasSize(3);
        assertThat(listed("/jobs?status=running,failed", me)).isEmpty();
        assertThat(listed("/jobs?datetime=2019-01-01/2020-01-01", me)).isEmpty();
        assertThat(listed("/jobs?datetime=2019-01-01T00:00:00Z/..", me)).hasSize(4);
        assertThat(listed("/jobs?minDuration=100", me)).isEmpty();
        assertThat(listed("/jobs?maxDuration=100", me)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0",
        "limit=x",
        "status=done",
        "type=coverage",
        "minDuration=-1",
        "minDuration=1.5",
        "datetime=yesterday",
        "after=7",
        "process=echo"
    })
    void filtersThatAreNoneAreRefused(String query) throws Exception {
        assertThat(JsonAnswer.of(get("/jobs?" + query)).status()).isEqualTo(400);
    }

    @Test
    void oneRequesterDoesNotTakeThePlaceOfAll() throws Exception {
        String[] me = {"Prefer", "respond-async", "X-Forwarded-For", "10.0.2.1"};
        List<String> jobs = new ArrayList<>();
        HttpResponse<String> last = post("echo", "{\"inputs\": {\"text\": \"a\", \"pause\": 30}}", me);
        while (last.statusCode() == 201 && jobs.size() < 30) {
            jobs.add(location(last));
            last = post("echo", "{\"inputs\": {\"text\": \"a\", \"pause\": 30}}", me);
        }
        for (String job : jobs) {
            dismiss(job);
        }

        assertThat(jobs).hasSize(20);
        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(JsonAnswer.of(last).body().get("detail").asString()).contains("20 jobs from your address");
    }

    @Test
    void inputsAreForgottenWhenTheJobHasEnded() throws Exception {
        String job =
                location(submit("echo", "{\"inputs\": {\"text\": \"whereabouts\"}, \"outputs\": {\"pause\": {}}}"));
        awaitStatus(job, "successful");

        assertThat(jdbc().sql("SELECT count(*) FROM truceline.process_job job WHERE job::text LIKE '%whereabouts%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void formOfEachProcessLeadsToAJob() throws Exception {
        for (JsonNode process : JsonAnswer.of(get("/processes")).body().get("processes")) {
            String id = process.get("id").asString();
            Map<String, String> fields = new LinkedHashMap<>();
            JsonAnswer.of(get("/processes/" + id)).body().get("inputs").forEachEntry((input, description) -> {
                JsonNode example = description.at("/schema/example");
                fields.put(input, example.isMissingNode() ? "" : example.asString(example.toString()));
            });
            assertThat(get("/processes/" + id, "Accept", "text/html").body())
                    .as(id)
                    .contains(fields.keySet().stream()
                            .map(name -> "name=\"" + name + "\"")
                            .toList());

            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/processes/" + id + "/execution"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                            .collect(Collectors.joining("&")))));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            awaitStatus(answer.headers().firstValue("Location").orElseThrow(), "successful");
        }
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    private List<String> listed(String path, String... headers) throws Exception {
        return JsonAnswer.of(get(path, headers))
                .body()
                .get("jobs")
                .valueStream()
                .map(job -> "/jobs/" + job.get("jobID").asString())
                .toList();
    }

    private JsonAnswer awaitStatus(String job, String status) throws Exception {
        await(() -> JsonAnswer.of(get(job)).body().get("status").asString().equals(status));
        return JsonAnswer.of(get(job));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private JsonAnswer dismiss(String job) throws Exception {
        JsonAnswer answer = JsonAnswer.of(send(HttpRequest.newBuilder(uri(job)).DELETE()));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static String location(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private HttpResponse<String> submit(String process, String body) throws IOException, InterruptedException {
        return post(process, body, "Prefer", "respond-async");
    }

    private HttpResponse<String> execute(String process, String body) throws IOException, InterruptedException {
        return post(process, body, "Accept", "*/*");
    }

    private HttpResponse<String> post(String process, String body, String... headers)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/processes/" + process + "/execution"))
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofString(body)));
    }
}
