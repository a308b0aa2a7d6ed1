package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets no edit pass where a layer can't be edited: there the methods that write aren't allowed to anybody, which is said
 * before anybody is asked to sign in.
 */
@Configuration(proxyBeanMethods = false)
class EditableCollections implements WebMvcConfigurer, HandlerInterceptor {
    private final FeatureMethods methods;

    EditableCollections(FeatureMethods methods) {
        this.methods = methods;
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
        HttpMethod asked = HttpMethod.valueOf(request.getMethod());
        if (isEdit && !methods.find(request).orElse(Set.of(asked)).contains(asked)) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod());
        }
        return true;
    }
}
