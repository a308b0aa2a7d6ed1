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
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what never reaches the application, such as a path that can't be decoded, as all other errors are answered: as
 * a problem document, and to any origin. Tomcat makes it by its name.
 */
public class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", "The server can't make sense of the request's address, method or headers.");
        try {
            response.setContentType(MediaTypes.PROBLEM);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            response.getReporter().write(JsonMapper.shared().writeValueAsString(problem));
            response.finishResponse();
        } catch (IOException gone) {
            // The client has left: nobody is there to be told.
            response.setSuspended(true);
        }
    }
}
