package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.formats.Link;
import org.truceline.ogcapi.BaseUrl.Resources;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.processes.ProcessDescription;
import org.truceline.processes.Processes;

/** The processes as pages for people. */
@RestController
class ProcessPages {
    private final Processes processes;
    private final BaseUrl baseUrl;
    private final HtmlPages pages;

    ProcessPages(Processes processes, BaseUrl baseUrl, HtmlPages pages) {
        this.processes = processes;
        this.baseUrl = baseUrl;
        this.pages = pages;
    }

    /** A process in the list. */
    record Entry(String href, String title, String description) {}

    @GetMapping(path = "/processes", produces = MediaTypes.HTML)
    ResponseEntity<String> processes(HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        List<Entry> entries = processes.list().stream()
                .map(process -> new Entry(
                        resources.process(process.id()),
                        process.label().title(),
                        process.label().description()))
                .toList();
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.processes()), MediaTypes.JSON);
        return pages.answer(
                new HtmlPage(
                        PageTemplate.PROCESSES,
                        "Processes",
                        Crumb.home(resources),
                        alternates,
                        Map.of("processes", entries, "jobs", resources.paths().jobs())),
                request);
    }

    @GetMapping(path = "/processes/{processId}", produces = MediaTypes.HTML)
    ResponseEntity<String> process(@PathVariable String processId, HttpServletRequest request) {
        FormatParameter.check(request);
        Resources resources = baseUrl.of(request);
        ProcessDescription process =
                ProcessesController.get(processes, processId).description();
        List<Link> alternates = HtmlPage.inJson(FormatParameter.json(resources.process(processId)), MediaTypes.JSON);
        Map<String, Object> content = Map.of(
                "process",
                process,
                "form",
                ProcessForm.of(process, resources.paths().execution(processId)),
                "jobs",
                resources.paths().jobs());
        return pages.answer(
                new HtmlPage(
                        PageTemplate.PROCESS, process.label().title(), Crumb.processes(resources), alternates, content),
                request);
    }
}
