package org.truceline.ogcapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.truceline.features.TimeInterval;
import org.truceline.processes.JobFilter;
import org.truceline.processes.JobFilter.Page;
import org.truceline.processes.JobFilter.Span;
import org.truceline.processes.JobStatus;

/** The parameters of {@code /jobs} (OGC API – Processes Part 1, §11). */
final class JobListParameters {
    static final String TYPE = "type";
    static final String PROCESS = "processID";
    static final String STATUS = "status";
    static final String DATETIME = "datetime";
    static final String LEAST_SECONDS = "minDuration";
    static final String MOST_SECONDS = "maxDuration";
    static final int DEFAULT_LIMIT = 10;

    static final Set<String> KNOWN = Set.of(
            FormatParameter.NAME,
            ItemsParameters.LIMIT,
            ItemsParameters.AFTER,
            TYPE,
            PROCESS,
            STATUS,
            DATETIME,
            LEAST_SECONDS,
            MOST_SECONDS);

    private JobListParameters() {}

    /** Asks for one job more than a page holds, by which a further page is told. */
    static JobFilter parse(QueryParameters parameters) {
        parameters.find(FormatParameter.NAME, FormatParameter::requireOffered);
        parameters.find(TYPE, JobListParameters::requireProcess);
        TimeInterval created = parameters
                .find(DATETIME, DatetimeParameter::parse)
                .orElse(new TimeInterval(Optional.empty(), Optional.empty()));
        return new JobFilter(
                parameters.find(PROCESS, JobListParameters::list).orElse(List.of()),
                parameters.find(STATUS, JobListParameters::statuses).orElse(List.of()),
                new Span<>(created.start(), created.end()),
                new Span<>(seconds(parameters, LEAST_SECONDS), seconds(parameters, MOST_SECONDS)),
                new Page(limit(parameters) + 1, parameters.find(ItemsParameters.AFTER, JobListParameters::id)));
    }

    static int limit(QueryParameters parameters) {
        return parameters
                .find(ItemsParameters.LIMIT, ItemsParameters::parseLimit)
                .orElse(DEFAULT_LIMIT);
    }

    private static List<String> list(String text) {
        return List.of(text.split(","));
    }

    private static List<JobStatus> statuses(String text) {
        return list(text).stream().map(JobListParameters::status).toList();
    }

    private static JobStatus status(String name) {
        return Stream.of(JobStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected are some of accepted, running, successful, failed, dismissed, between commas"));
    }

    private static String requireProcess(String type) {
        if (!list(type).contains("process")) {
            throw new IllegalArgumentException("expected is process, the only type of jobs here");
        }
        return type;
    }

    private static OptionalDouble seconds(QueryParameters parameters, String name) {
        return parameters
                .find(name, JobListParameters::seconds)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static double seconds(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected is a whole number of seconds");
        }
        return Double.parseDouble(text);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("expected is the id of a job", notOne);
        }
    }
}
