package org.truceline.ogcapi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.processes.Job;
import org.truceline.processes.JobStatus;

/** Jobs as OGC API – Processes describes them (Part 1, §7.12). What was asked is not told again. */
final class JobDocument {
    private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";

    private JobDocument() {}

    static Map<String, Object> of(Job job, Resources resources) {
        return of(job, job.status(), resources);
    }

    /** What is answered to whoever does not want it any more, also where it had ended and has been removed. */
    static Map<String, Object> dismissed(Job job, Resources resources) {
        return of(job, JobStatus.DISMISSED, resources);
    }

    private static Map<String, Object> of(Job job, JobStatus status, Resources resources) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("processID", job.process());
        document.put("type", "process");
        document.put("jobID", job.id().toString());
        document.put("status", status.name().toLowerCase(Locale.ROOT));
        job.message().ifPresent(message -> document.put("message", message));
        document.put("created", text(job.times().created()));
        job.times().started().ifPresent(started -> document.put("started", text(started)));
        job.times().finished().ifPresent(finished -> document.put("finished", text(finished)));
        document.put("updated", text(job.times().updated()));
        document.put("progress", job.progress());
        document.put("links", links(job, status, resources));
        return document;
    }

    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static List<Link> links(Job job, JobStatus status, Resources resources) {
        String self = resources.job(job.id().toString());
        List<Link> links = new ArrayList<>();
        links.add(new Link(self, "self", MediaTypes.JSON, "This document"));
        links.add(Link.html(FormatParameter.html(self)));
        if (!status.isFinal()) {
            links.add(new Link(self, "monitor", MediaTypes.JSON, "How far it is"));
        }
        if (status == JobStatus.SUCCESSFUL) {
            links.add(new Link(resources.results(job.id().toString()), RESULTS, MediaTypes.JSON, "Results"));
        } else if (status == JobStatus.FAILED) {
            links.add(new Link(
                    resources.results(job.id().toString()),
                    "http://www.opengis.net/def/rel/ogc/1.0/exceptions",
                    MediaTypes.PROBLEM,
                    "Why it failed"));
        }
        links.add(new Link(resources.process(job.process()), "up", MediaTypes.JSON, "The process"));
        return List.copyOf(links);
    }
}
