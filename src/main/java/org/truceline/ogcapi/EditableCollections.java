package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.NotFound;

/**
 * Tells which methods features have: those that write only where the layer can be edited. Elsewhere they aren't allowed to
 * anybody, which is said before anybody is asked to sign in.
 */
@Configuration(proxyBeanMethods = false)
class EditableCollections implements WebMvcConfigurer, HandlerInterceptor {
    private final LayerCatalogue catalogue;

    EditableCollections(LayerCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpRequestMethodNotSupportedException {
        boolean isEdit =
                handler instanceof HandlerMethod method && EditController.class.isAssignableFrom(method.getBeanType());
        if (isEdit && find(collectionId(request)).text().edited().isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.GET.name()));
        }
        return true;
    }

    private static String collectionId(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? String.valueOf(map.get("collectionId")) : "";
    }

    private Layer find(String collectionId) {
        return catalogue.findLayer(collectionId).orElseThrow(() -> NotFound.collection(collectionId));
    }
}
