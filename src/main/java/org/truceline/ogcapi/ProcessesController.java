package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.RequestFailure.NotFound;
import org.truceline.processes.Computation;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.Processes;

/** The processes that are offered: {@code /processes} and {@code /processes/{id}} (OGC API – Processes Part 1, §7.6 to 7.10). */
@RestController
class ProcessesController {
    private static final String LIMIT = ItemsParameters.LIMIT;
    private static final String AFTER = ItemsParameters.AFTER;

    private final Processes processes;
    private final BaseUrl baseUrl;

    ProcessesController(Processes processes, BaseUrl baseUrl) {
        this.processes = processes;
        this.baseUrl = baseUrl;
    }

    record ProcessList(List<Map<String, Object>> processes, List<Link> links) {}

    @GetMapping(path = "/processes", produces = MediaTypes.JSON)
    ProcessList processes(HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(request, Set.of(FormatParameter.NAME, LIMIT, AFTER));
        parameters.find(FormatParameter.NAME, FormatParameter::requireOffered);
        int limit = parameters.find(LIMIT, ItemsParameters::parseLimit).orElse(ItemsParameters.MAXIMUM_LIMIT);
        List<ProcessDescription> after = parameters.find(AFTER, this::listAfter).orElseGet(processes::list);
        List<ProcessDescription> page = after.subList(0, Math.min(limit, after.size()));
        Resources resources = baseUrl.of(request);
        List<Link> links = new ArrayList<>();
        links.add(new Link(parameters.appendedTo(resources.processes()), "self", MediaTypes.JSON, "This document"));
        links.add(Link.html(FormatParameter.html(resources.processes())));
        if (page.size() < after.size()) {
            String next = parameters.with(AFTER, page.get(page.size() - 1).id()).appendedTo(resources.processes());
            links.add(new Link(next, "next", MediaTypes.JSON, "The next processes"));
        }
        return new ProcessList(
                page.stream()
                        .map(process -> ProcessDocument.summary(process, resources))
                        .toList(),
                List.copyOf(links));
    }

    private List<ProcessDescription> listAfter(String id) {
        List<ProcessDescription> all = processes.list();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return all.subList(i + 1, all.size());
            }
        }
        throw new IllegalArgumentException("expected is the id of a process");
    }

    @GetMapping(path = "/processes/{processId}", produces = MediaTypes.JSON)
    Map<String, Object> process(@PathVariable String processId, HttpServletRequest request) {
        FormatParameter.check(request);
        return ProcessDocument.whole(get(processes, processId).description(), baseUrl.of(request));
    }

    /** @throws NotFound if there is none with this id */
    static Computation get(Processes processes, String id) {
        return processes.find(id).orElseThrow(() -> NotFound.process(id));
    }
}
