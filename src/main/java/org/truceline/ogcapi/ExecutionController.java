package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.UnsupportedBody;
import org.truceline.processes.Computation;
import org.truceline.processes.ExecutionRequest;
import org.truceline.processes.Job;
import org.truceline.processes.Jobs;
import org.truceline.processes.Processes;
import tools.jackson.databind.json.JsonMapper;

/** Execution of processes: {@code /processes/{id}/execution} (OGC API – Processes Part 1, §7.11). */
@RestController
class ExecutionController {
    /** As many positions as a geometry may have, each with all its digits. */
    static final int LONGEST_BODY = 8 * 1024 * 1024;

    private final Processes processes;
    private final AwaitedExecutions executions;
    private final Jobs jobs;
    private final BaseUrl baseUrl;
    private final OwnReferences references;

    ExecutionController(
            Processes processes, AwaitedExecutions executions, Jobs jobs, BaseUrl baseUrl, OwnReferences references) {
        this.processes = processes;
        this.executions = executions;
        this.jobs = jobs;
        this.baseUrl = baseUrl;
        this.references = references;
    }

    @OpenToAll
    @PostMapping("/processes/{processId}/execution")
    void execute(@PathVariable String processId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Computation computation = ProcessesController.get(processes, processId);
        requireJson(request);
        QueryParameters.of(request, Set.of());
        String body = references.replaceIn(BodyText.read(request, LONGEST_BODY), request);
        ExecutionRequest wanted =
                ParsingRoom.parse(body, text -> ExecutionRequest.read(text, computation.description()));
        if (Preference.isForJob(request)) {
            Job job = jobs.submit(computation.description(), wanted, body, Requester.of(request));
            answer(job, baseUrl.of(request), response);
        } else {
            ExecutionAnswer.write(executions.run(computation, wanted), wanted.response(), response);
        }
    }

    /** From people, whose browsers then show the page of the job. */
    @OpenToAll
    @PostMapping(path = "/processes/{processId}/execution", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void executeForm(@PathVariable String processId, HttpServletRequest request, HttpServletResponse response) {
        Computation computation = ProcessesController.get(processes, processId);
        String body = ExecutionRequest.ofForm(QueryParameters.of(request).values(), computation.description());
        ExecutionRequest wanted =
                ParsingRoom.parse(body, text -> ExecutionRequest.read(text, computation.description()));
        Job job = jobs.submit(computation.description(), wanted, body, Requester.of(request));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION, baseUrl.of(request).paths().job(job.id().toString()));
    }

    private static void answer(Job job, Resources resources, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.CREATED.value());
        response.setHeader(HttpHeaders.LOCATION, resources.job(job.id().toString()));
        response.setHeader(Preference.APPLIED, Preference.RESPOND_ASYNC);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaTypes.JSON);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(JobDocument.of(job, resources)));
    }

    private static void requireJson(HttpServletRequest request) {
        String given = Objects.requireNonNullElse(request.getContentType(), "of no stated media type");
        if (!isJson(given)) {
            throw UnsupportedBody.of(given, MediaTypes.JSON);
        }
    }

    private static boolean isJson(String given) {
        try {
            MediaType type = MediaType.parseMediaType(given);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) || "json".equals(type.getSubtypeSuffix());
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
