package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.truceline.editing.EditFailure;
import org.truceline.ogcapi.AcceptHeader.Fit;
import org.truceline.styles.XmlText;

/**
 * A failure in the form that OGC's older services have for it (OWS Common 1.1, §8): QGIS shows its users the first text of the
 * first exception in such a report, and of no other document. So there is one, which says it all, and no prefix, which QGIS
 * would take for a part of the name.
 */
final class ExceptionReport {
    private static final String QGIS = "QGIS";
    private static final Set<MediaType> XML = Set.of(
            MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.parseMediaType("application/vnd.ogc.se_xml"));

    private ExceptionReport() {}

    /** Whether the client is QGIS, or asks for XML rather than for the forms that there are otherwise. */
    static boolean isWanted(HttpServletRequest request) {
        return isQgis(request)
                || (Representation.findFormat(request).isEmpty() && isAskedFor(AcceptHeader.of(request)));
    }

    /** The same by the headers alone, where the address can't be read. */
    static boolean isWantedBy(HttpServletRequest request) {
        return isQgis(request) || isAskedFor(AcceptHeader.of(request));
    }

    private static boolean isQgis(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "")
                .contains(QGIS);
    }

    /** By one of its names: whoever takes anything gets a problem document. */
    private static boolean isAskedFor(AcceptHeader accept) {
        Predicate<MediaType> isXml = range -> XML.stream().anyMatch(range::equalsTypeAndSubtype);
        Fit xml = accept.fit(isXml);
        return xml.quality() > 0
                && Fit.BEST_LAST.compare(xml, accept.fit(Representation::fitsJson)) > 0
                && Fit.BEST_LAST.compare(xml, accept.fit(Representation::fitsHtml)) > 0;
    }

    /** The report, in UTF-8. */
    static byte[] of(ProblemDetail problem, Exception failure) {
        String text = failure instanceof EditFailure edit
                ? EditProblem.inWords(edit)
                : Objects.requireNonNullElseGet(
                        problem.getDetail(),
                        () -> Objects.requireNonNullElse(problem.getTitle(), "The request failed."));
        return report(code(problem), locator(problem), text).getBytes(StandardCharsets.UTF_8);
    }

    /** The report of what never reached the application. */
    static String of(String text) {
        return report("NoApplicableCode", Optional.empty(), text);
    }

    private static String report(String code, Optional<String> locator, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ExceptionReport xmlns="http://www.opengis.net/ows/1.1" version="1.1.0" xml:lang="en">
                <Exception exceptionCode="%s"%s>
                <ExceptionText>%s</ExceptionText>
                </Exception>
                </ExceptionReport>
                """.formatted(
                code,
                locator.map(name -> " locator=\"" + XmlText.escape(name) + "\"").orElse(""),
                XmlText.escape(text));
    }

    private static String code(ProblemDetail problem) {
        if (problem.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.value()) {
            return "OperationNotSupported";
        }
        return locator(problem).isPresent() ? "InvalidParameterValue" : "NoApplicableCode";
    }

    private static Optional<String> locator(ProblemDetail problem) {
        return Optional.ofNullable(problem.getProperties())
                .map(properties -> properties.get(Problems.PARAMETER))
                .map(String::valueOf);
    }
}
