package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.truceline.ogcapi.BaseUrl.Resources;

/** Makes pages of templates, which escape all that they are given. */
@Component
class HtmlPages {
    private final OgcApiSettings settings;
    private final BaseUrl baseUrl;
    private final TemplateEngine engine;

    HtmlPages(OgcApiSettings settings, BaseUrl baseUrl) {
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.engine = engine();
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlPages.class.getClassLoader());
        resolver.setPrefix("org/truceline/ogcapi/pages/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /**
     * What every page shows of the server.
     *
     * @param files the path of the server's root, as browsers see it. Styles come from there and not from {@link
     *     Resources#base}: a page opened under another name of the server may load nothing from the one it is known by
     */
    record Site(
            String title,
            String files,
            String home,
            String map,
            String collections,
            String processes,
            String api,
            String functions,
            String conformance) {}

    ResponseEntity<String> answer(HtmlPage page, HttpServletRequest request) {
        return answer(page, request, HttpStatusCode.valueOf(200), new HttpHeaders());
    }

    ResponseEntity<String> answer(
            HtmlPage page, HttpServletRequest request, HttpStatusCode status, HttpHeaders further) {
        return ResponseEntity.status(status)
                .headers(further)
                .headers(headers(page.template()))
                .body(render(page, request));
    }

    /** Sets the headers of a page that is written piece by piece. */
    void prepare(PageTemplate template, HttpServletResponse response) {
        headers(template).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    }

    String render(HtmlPage page, HttpServletRequest request) {
        Resources resources = baseUrl.of(request);
        Context context = new Context(Locale.ENGLISH);
        context.setVariables(page.content());
        context.setVariable("page", page);
        context.setVariable("site", site(resources));
        return engine.process(page.template().file(), context);
    }

    private Site site(Resources resources) {
        return new Site(
                settings.title(),
                resources.paths().base(),
                resources.landingPage(),
                resources.map(),
                resources.collections(),
                resources.processes(),
                resources.apiDefinition(),
                resources.functions(),
                resources.conformance());
    }

    private static HttpHeaders headers(PageTemplate template) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.set("Content-Security-Policy", template.policy().header());
        headers.set("X-Content-Type-Options", "nosniff");
        // What somebody looks for here is nobody's business at the sources that pages link to.
        headers.set("Referrer-Policy", "no-referrer");
        return headers;
    }
}
