package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.truceline.access.TooManyAttempts;
import org.truceline.changes.ChangeLogUnavailable;
import org.truceline.cql2.Cql2ParseException;
import org.truceline.cql2.Position;
import org.truceline.editing.EditFailure;
import org.truceline.exports.ExportFailure;
import org.truceline.features.FilterFault;
import org.truceline.features.ReadFailure;
import org.truceline.ogcapi.HtmlPage.Crumb;
import org.truceline.processes.ProcessFailure;

/** The one place where failures become HTTP: problem documents by RFC 9457, or pages and reports that say the same. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** The member of a problem document that names the parameter at fault. */
    static final String PARAMETER = "parameter";

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final URI ANY_TYPE = URI.create("about:blank");

    private final BaseUrl baseUrl;
    private final HtmlPages pages;
    private final FeatureMethods featureMethods;

    Problems(BaseUrl baseUrl, HtmlPages pages, FeatureMethods featureMethods) {
        this.baseUrl = baseUrl;
        this.pages = pages;
        this.featureMethods = featureMethods;
    }

    /** For programs, and for whoever accepts nothing that there is. */
    @ExceptionHandler
    ResponseEntity<?> toProblem(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        ProblemDetail problem = answerable(failure, request, response);
        HttpHeaders headers = headers(failure, problem, request);
        if (ExceptionReport.isWanted(request)) {
            headers.setContentType(MediaType.APPLICATION_XML);
            return ResponseEntity.status(problem.getStatus())
                    .headers(headers)
                    .body(ExceptionReport.of(problem, failure));
        }
        headers.setContentType(MediaType.parseMediaType(MediaTypes.PROBLEM));
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    /** The same for people. */
    @ExceptionHandler(produces = MediaTypes.HTML)
    ResponseEntity<String> toPage(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        ProblemDetail problem = answerable(failure, request, response);
        String title = Objects.requireNonNullElse(problem.getTitle(), "The request failed");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("detail", Objects.requireNonNullElse(problem.getDetail(), ""));
        content.put("status", problem.getStatus());
        Optional<QuestionForm> form =
                problem.getStatus() == HttpStatus.BAD_REQUEST.value() ? QuestionForm.find(request) : Optional.empty();
        form.ifPresent(asked -> {
            content.put("form", asked);
            content.put("fault", FieldFault.of(problem, asked));
        });
        List<Crumb> trail = form.map(QuestionForm::trail).orElseGet(() -> Crumb.home(baseUrl.of(request)));
        HtmlPage page = new HtmlPage(PageTemplate.PROBLEM, title, trail, List.of(), content);
        return pages.answer(
                page, request, HttpStatusCode.valueOf(problem.getStatus()), headers(failure, problem, request));
    }

    private ProblemDetail answerable(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            // Part of the answer is on its way. Only a broken connection can still tell the client that the rest is
            // missing; the container breaks it when the failure goes on to it. It reports no client that left.
            throw failure instanceof ReadFailure.Abandoned ? new ClientAbortException(failure) : failure;
        }
        // What was said of the answer that there would have been.
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        return describe(failure, request);
    }

    private HttpHeaders headers(Exception failure, ProblemDetail problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        // Any address may turn out to have no resource, and that is said in JSON or in HTML.
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (failure instanceof ErrorResponse error) {
            headers.putAll(error.getHeaders());
        }
        if (failure instanceof HttpRequestMethodNotSupportedException wrongMethod) {
            headers.setAllow(allowed(wrongMethod, request));
        }
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, SignIn.CHALLENGE);
        }
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()
                || problem.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        } else if (failure instanceof EditFailure.UnderWay) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return headers;
    }

    private ProblemDetail describe(Exception failure, HttpServletRequest request) {
        if (failure instanceof RequestFailure requestFailure) {
            return describe(requestFailure);
        } else if (failure instanceof EditFailure editFailure) {
            return EditProblem.of(editFailure);
        } else if (failure instanceof ReadFailure readFailure) {
            return describe(readFailure, request);
        } else if (failure instanceof ProcessFailure processFailure) {
            return describe(processFailure);
        } else if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            return describeUnreadable(failure, request);
        } else if (failure instanceof TooManyAttempts) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, failure.getMessage());
        } else if (failure instanceof ChangeLogUnavailable) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "The change log can't be read just now.");
        } else if (failure instanceof ExportFailure exportFailure) {
            return describe(exportFailure, request);
        } else if (failure instanceof Cql2ParseException fault) {
            return describeFilter(fault.getMessage(), fault.position(), fault.expected());
        } else if (failure instanceof FilterFault fault) {
            return describeFilter(
                    fault.getMessage(),
                    fault.position(),
                    fault.expected().stream().toList());
        } else if (failure instanceof NoResourceFoundException) {
            return problem(HttpStatus.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".");
        } else if (failure instanceof HttpRequestMethodNotSupportedException wrongMethod) {
            return problem(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "The method " + wrongMethod.getMethod() + " is not for this; expected is "
                            + allowed(wrongMethod, request).stream()
                                    .map(HttpMethod::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        } else if (failure instanceof ErrorResponse error) {
            return error.getBody();
        } else if (failure instanceof IOException) {
            LOG.debug("The client of {} went away: {}", request.getRequestURI(), failure.getMessage());
        } else {
            LOG.error("The request {} failed", request.getRequestURI(), failure);
        }
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed; its log tells more.");
    }

    /** Where a feature can be edited is not known to the framework. */
    private Set<HttpMethod> allowed(HttpRequestMethodNotSupportedException wrongMethod, HttpServletRequest request) {
        return featureMethods.find(request).orElseGet(() -> mapped(wrongMethod));
    }

    /** With those that the framework answers by itself, which it leaves out here and names when it is asked by OPTIONS. */
    private static Set<HttpMethod> mapped(HttpRequestMethodNotSupportedException wrongMethod) {
        Set<HttpMethod> methods =
                new LinkedHashSet<>(Objects.requireNonNullElse(wrongMethod.getSupportedHttpMethods(), Set.of()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return methods;
    }

    private static ProblemDetail describe(RequestFailure failure) {
        if (failure instanceof RequestFailure.InvalidParameter invalid) {
            ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, invalid.getMessage());
            name(problem, invalid.parameter());
            return problem;
        }
        ProblemDetail problem = problem(status(failure), failure.getMessage());
        if (failure instanceof RequestFailure.NotFound notFound) {
            notFound.type().map(URI::create).ifPresent(problem::setType);
        }
        return problem;
    }

    /** With a type in any case: the schema of OGC API – Processes wants one. */
    private static ProblemDetail describe(ProcessFailure failure) {
        ProblemDetail problem = untyped(failure);
        problem.setType(ANY_TYPE);
        return problem;
    }

    private static ProblemDetail untyped(ProcessFailure failure) {
        if (failure instanceof ProcessFailure.InvalidInput invalid) {
            ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, invalid.getMessage());
            name(problem, invalid.place());
            return problem;
        }
        return problem(status(failure), failure.getMessage());
    }

    /** Of jobs, which are rows as well. */
    private static ProblemDetail describeUnreadable(Exception failure, HttpServletRequest request) {
        LOG.error(
                "The database gave no answer to {}: {}",
                request.getRequestURI(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        boolean isRefused = failure instanceof NonTransientDataAccessException
                && !(failure instanceof NonTransientDataAccessResourceException);
        return isRefused
                ? problem(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed; its log tells more.")
                : problem(HttpStatus.SERVICE_UNAVAILABLE, "The database can't be reached just now.");
    }

    private static HttpStatus status(ProcessFailure failure) {
        if (failure instanceof ProcessFailure.NoAnswer) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        } else if (failure instanceof ProcessFailure.Broken) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return failure instanceof ProcessFailure.TookTooLong
                ? HttpStatus.GATEWAY_TIMEOUT
                : HttpStatus.SERVICE_UNAVAILABLE;
    }

    private static HttpStatus status(RequestFailure failure) {
        if (failure instanceof RequestFailure.TooLarge) {
            return HttpStatus.CONTENT_TOO_LARGE;
        } else if (failure instanceof RequestFailure.UnsupportedBody) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        } else if (failure instanceof RequestFailure.Busy || failure instanceof RequestFailure.Crowded) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        } else if (failure instanceof RequestFailure.NotSignedIn) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (failure instanceof RequestFailure.Outdated) {
            return HttpStatus.GONE;
        }
        return failure instanceof RequestFailure.StateGone ? HttpStatus.PRECONDITION_FAILED : HttpStatus.NOT_FOUND;
    }

    private static ProblemDetail describeFilter(@Nullable String message, Position position, List<String> expected) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, message + ".");
        name(problem, FilterParameter.FILTER);
        if (position.isKnown()) {
            problem.setProperty("position", position.offset());
        }
        problem.setProperty("expected", expected);
        return problem;
    }

    private static void name(ProblemDetail problem, String parameter) {
        problem.setTitle("Invalid parameter: " + parameter);
        problem.setProperty(PARAMETER, parameter);
    }

    private static ProblemDetail describe(ReadFailure failure, HttpServletRequest request) {
        if (failure instanceof ReadFailure.ValueOutOfRange outOfRange) {
            ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, outOfRange.getMessage() + ".");
            // The database doesn't say which one it was: the likeliest first.
            Stream.of(FilterParameter.FILTER, SortParameter.NAME, ItemsParameters.BBOX)
                    .filter(name -> request.getParameter(name) != null)
                    .findFirst()
                    .ifPresent(name -> name(problem, name));
            return problem;
        }
        if (failure instanceof ReadFailure.NoPast) {
            ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, failure.getMessage());
            name(problem, ItemsParameters.AS_OF);
            return problem;
        }
        if (failure instanceof ReadFailure.Abandoned) {
            LOG.debug("The client of {} went away, and its query was ended", request.getRequestURI());
            return problem(HttpStatus.SERVICE_UNAVAILABLE, failure.getMessage());
        }
        if (failure instanceof ReadFailure.TooMuchForATile) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, failure.getMessage());
        }
        LOG.error(
                "The database gave no answer to {}: {}",
                request.getRequestURI(),
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return problem(status(failure), failure.getMessage());
    }

    private static ProblemDetail describe(ExportFailure failure, HttpServletRequest request) {
        if (failure instanceof ExportFailure.NotWritten) {
            LOG.error("The file for {} can't be written", request.getRequestURI(), failure);
        }
        boolean mayFitLater = failure instanceof ExportFailure.NoSpaceNow;
        HttpStatus status = mayFitLater ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INSUFFICIENT_STORAGE;
        return problem(status, failure.getMessage());
    }

    private static HttpStatus status(ReadFailure failure) {
        if (failure instanceof ReadFailure.StatementFailed) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return failure instanceof ReadFailure.TookTooLong ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.SERVICE_UNAVAILABLE;
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail == null ? status.getReasonPhrase() : detail);
    }
}
