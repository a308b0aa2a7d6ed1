package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.ogcapi.RequestFailure.UnsupportedBody;
import org.truceline.processes.Computation;
import org.truceline.processes.ExecutionRequest;
import org.truceline.processes.Executions;
import org.truceline.processes.Processes;

/** Execution of processes: {@code /processes/{id}/execution} (OGC API – Processes Part 1, §7.11). */
@RestController
class ExecutionController {
    /** As many positions as a geometry may have, each with all its digits. */
    static final int LONGEST_BODY = 8 * 1024 * 1024;

    private final Processes processes;
    private final Executions executions;

    ExecutionController(Processes processes, Executions executions) {
        this.processes = processes;
        this.executions = executions;
    }

    @PostMapping("/processes/{processId}/execution")
    void execute(@PathVariable String processId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Computation computation = ProcessesController.get(processes, processId);
        QueryParameters.of(request, Set.of());
        requireJson(request);
        ExecutionRequest wanted = ParsingRoom.parse(
                BodyText.read(request, LONGEST_BODY), body -> ExecutionRequest.read(body, computation.description()));
        ExecutionAnswer.write(executions.run(computation, wanted), wanted.response(), response);
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
