package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.processes.Job;
import org.truceline.processes.JobResults;
import org.truceline.processes.JobStatus;
import org.truceline.processes.Jobs;
import org.truceline.processes.OutputValue;
import org.truceline.processes.ResponseForm;

/**
 * Jobs: {@code /jobs}, {@code /jobs/{id}} and {@code /jobs/{id}/results} (OGC API – Processes Part 1, §7.12, 7.13, 11 and
 * 13). Whoever has the id of a job may use it; the list holds only those that were asked for from the same address.
 */
@RestController
class JobsController {
    private final Jobs jobs;
    private final JobResults results;
    private final BaseUrl baseUrl;

    JobsController(Jobs jobs, JobResults results, BaseUrl baseUrl) {
        this.jobs = jobs;
        this.results = results;
        this.baseUrl = baseUrl;
    }

    record JobList(List<Map<String, Object>> jobs, List<Link> links) {}

    @GetMapping(path = "/jobs", produces = MediaTypes.JSON)
    ResponseEntity<JobList> jobs(HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, JobListParameters.KNOWN);
        List<Job> found = jobs.list(Requester.of(request), JobListParameters.parse(parameters));
        List<Job> page = found.subList(0, Math.min(JobListParameters.limit(parameters), found.size()));
        Resources resources = baseUrl.of(request);
        List<Link> links = new ArrayList<>();
        links.add(new Link(parameters.appendedTo(resources.jobs()), "self", MediaTypes.JSON, "This document"));
        links.add(Link.html(FormatParameter.html(resources.jobs())));
        if (page.size() < found.size()) {
            String last = page.get(page.size() - 1).id().toString();
            String next = parameters.with(ItemsParameters.AFTER, last).appendedTo(resources.jobs());
            links.add(new Link(next, "next", MediaTypes.JSON, "Earlier jobs"));
        }
        return fresh(new JobList(
                page.stream().map(job -> JobDocument.of(job, resources)).toList(), List.copyOf(links)));
    }

    @GetMapping(path = "/jobs/{jobId}", produces = MediaTypes.JSON)
    ResponseEntity<Map<String, Object>> job(@PathVariable String jobId, HttpServletRequest request) {
        FormatParameter.check(request);
        return fresh(JobDocument.of(get(jobs, jobId), baseUrl.of(request)));
    }

    @OpenToAll
    @DeleteMapping("/jobs/{jobId}")
    ResponseEntity<Map<String, Object>> dismiss(@PathVariable String jobId, HttpServletRequest request) {
        QueryParameters.of(request, Set.of());
        Job job = jobs.dismiss(id(jobId)).orElseThrow(() -> NotFound.job(jobId));
        return fresh(JobDocument.dismissed(job, baseUrl.of(request)));
    }

    @GetMapping("/jobs/{jobId}/results")
    void results(@PathVariable String jobId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormatParameter.check(request);
        JobResults.Results found = results(jobId);
        ExecutionAnswer.write(found.values(), found.form(), response);
    }

    /** One of several results, which as a whole come as parts of one message. */
    @GetMapping("/jobs/{jobId}/results/{outputId}")
    void result(
            @PathVariable String jobId,
            @PathVariable String outputId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormatParameter.check(request);
        JobResults.Results found = results(jobId);
        List<OutputValue> wanted = found.values().stream()
                .filter(value -> value.output().id().equals(outputId))
                .toList();
        if (wanted.isEmpty()) {
            throw NotFound.result(jobId, outputId);
        }
        ExecutionAnswer.write(wanted, ResponseForm.RAW, response);
    }

    private JobResults.Results results(String jobId) {
        Job job = get(jobs, jobId);
        return results.find(job.id()).orElseThrow(() -> NotFound.results(jobId, job.status() == JobStatus.DISMISSED));
    }

    /** @throws NotFound if there is none with this id */
    static Job get(Jobs jobs, String jobId) {
        return jobs.find(id(jobId)).orElseThrow(() -> NotFound.job(jobId));
    }

    private static UUID id(String jobId) {
        try {
            return JobListParameters.id(jobId);
        } catch (IllegalArgumentException notAnId) {
            throw NotFound.job(jobId);
        }
    }

    private static <T> ResponseEntity<T> fresh(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
