package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Leads each request to the handler that makes the {@link Representation} it asks for. A resource that has only one
 * form answers in it: the types after the first are what such a resource falls back on.
 */
@Configuration(proxyBeanMethods = false)
class Negotiation implements WebMvcConfigurer {
    private static final MediaType ANY_JSON = new MediaType("application", "*+json");
    private static final List<MediaType> JSON_FIRST = List.of(MediaType.APPLICATION_JSON, ANY_JSON, MediaType.ALL);
    private static final List<MediaType> HTML_FIRST =
            List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, ANY_JSON, MediaType.ALL);
    private static final List<MediaType> OFFERED =
            List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType(MediaTypes.GEO_JSON), MediaType.TEXT_HTML);

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(Negotiation::orderTypes));
    }

    /** What is answered depends on the header even where it is absent: caches have to know. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
                        return true;
                    }
                })
                .addPathPatterns(
                        "/",
                        "/api",
                        "/conformance",
                        "/functions",
                        "/collections/**",
                        "/styles/**",
                        "/processes/**",
                        "/jobs/**",
                        "/tiles/**",
                        "/tileMatrixSets/**")
                .excludePathPatterns("/tiles/*/*/*/*", "/collections/*/tiles/*/*/*/*");
    }

    private static List<MediaType> orderTypes(NativeWebRequest webRequest) throws HttpMediaTypeNotAcceptableException {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            return JSON_FIRST;
        } else if (FormChoice.isFor(request)) {
            return FormChoice.isForPage(request) ? HTML_FIRST : List.of(MediaType.ALL);
        }
        return Representation.find(request)
                .map(wanted -> wanted == Representation.HTML ? HTML_FIRST : JSON_FIRST)
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(OFFERED));
    }
}
