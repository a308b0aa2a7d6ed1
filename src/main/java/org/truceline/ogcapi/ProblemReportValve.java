package org.truceline.ogcapi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what never reaches the application, such as a path that can't be decoded, as all other errors are answered: as
 * a problem document, a page or a report, and to any origin. Tomcat makes it by its name.
 */
public class ProblemReportValve extends ErrorReportValve {
    private static final String DETAIL = "The server can't make sense of the request's address, method or headers.";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        String title = HttpStatus.valueOf(status).getReasonPhrase();
        boolean isReport = ExceptionReport.isWantedBy(request);
        boolean isPage =
                Representation.find(AcceptHeader.of(request)).orElse(Representation.JSON) == Representation.HTML;
        try {
            response.setContentType(
                    isReport
                            ? MediaType.APPLICATION_XML_VALUE + ";charset=UTF-8"
                            : isPage ? MediaTypes.HTML + ";charset=UTF-8" : MediaTypes.PROBLEM);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            response.getReporter()
                    .write(isReport ? ExceptionReport.of(DETAIL) : isPage ? page(title) : problem(title, status));
            response.finishResponse();
        } catch (IOException gone) {
            // The client has left: nobody is there to be told.
            response.setSuspended(true);
        }
    }

    private static String problem(String title, int status) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", DETAIL);
        return JsonMapper.shared().writeValueAsString(problem);
    }

    /** Nothing of it comes from the request, and nothing is loaded: where the server's files are is not known here. */
    private static String page(String title) {
        return """
                <!DOCTYPE html>
                <html lang="en"><meta charset="UTF-8"><title>%1$s</title>
                <h1>%1$s</h1><p>%2$s</p><p><a href="/">Home</a></p></html>
                """.formatted(title, DETAIL);
    }
}
