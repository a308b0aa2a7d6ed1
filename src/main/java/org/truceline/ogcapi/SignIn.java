package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.truceline.access.Accounts;
import org.truceline.access.Editor;
import org.truceline.ogcapi.RequestFailure.NotSignedIn;

/**
 * Lets nobody write who hasn't signed in (RFC 7617, HTTP Basic): each handler of a method that may write, unless it says
 * that it is {@link OpenToAll}. A handler gets who it is as a parameter of the type {@link Editor}.
 */
@Configuration(proxyBeanMethods = false)
class SignIn implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    /** What a client is asked for (RFC 7617 §2). */
    static final String CHALLENGE = "Basic realm=\"Truceline\", charset=\"UTF-8\"";

    private static final String EDITOR = SignIn.class.getName() + ".editor";
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private final Accounts accounts;

    SignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && !isOpen(handler)) {
            request.setAttribute(EDITOR, signIn(request));
        }
        return true;
    }

    private static boolean isOpen(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(OpenToAll.class);
    }

    private Editor signIn(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElseThrow(NotSignedIn::missing);
        return BasicCredentials.parse(header)
                .flatMap(credentials -> accounts.find(credentials.name(), credentials.password()))
                .orElseThrow(NotSignedIn::wrong);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Editor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Objects.requireNonNull(
                request.getAttribute(EDITOR, RequestAttributes.SCOPE_REQUEST), "a handler that reads has no editor");
    }
}
