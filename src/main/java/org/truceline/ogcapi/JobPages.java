package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.processes.Job;
import org.truceline.processes.JobFilter;
import org.truceline.processes.JobResults;
import org.truceline.processes.JobStatus;
import org.truceline.processes.Jobs;
import org.truceline.processes.Processes;

/** Jobs as pages for people; the page of one that has not ended asks for itself again. */
@RestController
class JobPages {
    private static final String SECONDS_TO_ASK_AGAIN = "2";

    private final Jobs jobs;
    private final JobResults results;
    private final Processes processes;
    private final LayerCatalogue catalogue;
    private final PageFrame frame;

    JobPages(Jobs jobs, JobResults results, Processes processes, LayerCatalogue catalogue, PageFrame frame) {
        this.jobs = jobs;
        this.results = results;
        this.processes = processes;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /** A job in the list. */
    record Row(String href, String title, String status, String created) {}

    @GetMapping(path = "/jobs", produces = MediaTypes.HTML)
    ResponseEntity<String> jobs(HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, JobListParameters.KNOWN);
        JobFilter filter = JobListParameters.parse(parameters);
        Resources resources = frame.resources(request);
        List<Row> rows = jobs.list(Requester.of(request), filter).stream()
                .limit(JobListParameters.limit(parameters))
                .map(job -> new Row(
                        resources.paths().job(job.id().toString()),
                        title(job),
                        status(job),
                        JobDocument.text(job.times().created())))
                .toList();
        List<Link> alternates = HtmlPage.inJson(
                parameters.with(FormatParameter.NAME, "json").appendedTo(resources.jobs()), MediaTypes.JSON);
        return frame.answer(
                new HtmlPage(PageTemplate.JOBS, "Jobs", Crumb.home(resources), alternates, Map.of("jobs", rows)),
                request,
                fresh());
    }

    @GetMapping(path = "/jobs/{jobId}", produces = MediaTypes.HTML)
    ResponseEntity<String> job(@PathVariable String jobId, HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = frame.resources(request);
        Job job = JobsController.get(jobs, jobId);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", status(job));
        content.put("progress", job.progress());
        content.put("isOpen", !job.status().isFinal());
        content.put("message", job.message().orElse(""));
        content.put("path", resources.paths().job(jobId));
        content.put("process", resources.paths().process(job.process()));
        List<JobResult> found = job.status() == JobStatus.SUCCESSFUL ? list(job, resources.paths()) : List.of();
        content.put("results", found);
        HttpHeaders headers = fresh();
        if (!job.status().isFinal()) {
            headers.set("Refresh", SECONDS_TO_ASK_AGAIN);
        }
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.job(jobId)), MediaTypes.JSON);
        boolean hasMap = found.stream().anyMatch(result -> !result.map().isEmpty());
        return frame.answer(
                new HtmlPage(
                        hasMap ? PageTemplate.JOB_WITH_MAP : PageTemplate.JOB,
                        title(job),
                        Crumb.jobs(resources),
                        alternates,
                        content),
                request,
                headers);
    }

    /** Forms can't send DELETE. */
    @OpenToAll
    @PostMapping(path = "/jobs/{jobId}/dismiss")
    ResponseEntity<Void> dismiss(@PathVariable String jobId, HttpServletRequest request) {
        Job job = JobsController.get(jobs, jobId);
        if (!job.status().isFinal()) {
            jobs.dismiss(job.id());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, frame.resources(request).paths().job(jobId))
                .build();
    }

    private List<JobResult> list(Job job, Resources paths) {
        return results.find(job.id())
                .map(found -> found.values().stream()
                        .map(value -> JobResult.of(
                                value,
                                paths.result(job.id().toString(), value.output().id()),
                                catalogue))
                        .toList())
                .orElse(List.of());
    }

    private String title(Job job) {
        return processes
                .find(job.process())
                .map(computation -> computation.description().label().title())
                .orElse(job.process());
    }

    private static String status(Job job) {
        return job.status().name().toLowerCase(Locale.ROOT);
    }

    private static HttpHeaders fresh() {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        return headers;
    }
}
