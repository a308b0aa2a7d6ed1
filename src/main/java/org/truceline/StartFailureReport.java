package org.truceline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says in one line why the server does not start and what to do; Spring Boot's own report of the same, a dozen lines
 * long, is switched off in {@code application.yml}.
 */
class StartFailureReport implements FailureAnalysisReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReport.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("{} {}", analysis.getDescription(), analysis.getAction() == null ? "" : analysis.getAction());
    }
}
