package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.exports.ExportFile;
import org.truceline.exports.Exports;
import org.truceline.features.FeatureSink;
import org.truceline.features.FeatureStore;

/**
 * All features of a collection at once: {@code /collections/{id}/export.{extension}}. What can be is sent while it is
 * read. Formats that can't, and clients that want to know the length or only parts, are served from a file.
 */
@RestController
class ExportController {
    private static final List<String> ABOUT_A_STATE = List.of(HttpHeaders.RANGE, HttpHeaders.IF_MATCH);

    private static final ResourceRegionHttpMessageConverter REGIONS = new ResourceRegionHttpMessageConverter();
    private static final Type LIST_OF_REGIONS = ResolvableType.forClassWithGenerics(List.class, ResourceRegion.class)
            .getType();

    private final ExportQuestions questions;
    private final FeatureStore store;
    private final Exports exports;
    private final ExportTags tags;

    ExportController(ExportQuestions questions, FeatureStore store, Exports exports, ExportTags tags) {
        this.questions = questions;
        this.store = store;
        this.exports = exports;
        this.tags = tags;
    }

    /** The answer, or null where it has been written. */
    @GetMapping("/collections/{collectionId}/export.{extension}")
    @Nullable
    ResponseEntity<?> export(
            @PathVariable String collectionId,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExportQuestion question = questions.read(collectionId, extension, request);
        if (question.format().isStreamed() && !needsFile(request)) {
            stream(question, request, response);
            return null;
        }
        Optional<String> known = findKnown(question, request);
        if (known.isPresent()) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(known.get())
                    .header(HttpHeaders.CACHE_CONTROL, ConditionalAnswer.ASK_EACH_TIME)
                    .build();
        }
        RangeHeader range = RangeHeader.of(request);
        ExportFile file = getState(question, range, request);
        String tag = tags.of(file, request);
        requireWanted(tag, request.getHeader(HttpHeaders.IF_MATCH));
        HttpHeaders headers = question.headers().toHttp(tag, file.revision().isPresent());
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return ResponseEntity.ok()
                    .headers(headers)
                    .contentLength(file.size())
                    .build();
        }
        return range.appliesTo(tag) ? parts(file, range, headers, response) : whole(file, headers);
    }

    /** Without chunks an answer that a failure cuts off looks like a shorter one, unless its length stands before it. */
    private static boolean needsFile(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.HEAD.name())
                || request.getProtocol().equals("HTTP/1.0")
                || ABOUT_A_STATE.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    private void stream(ExportQuestion question, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setBufferSize(FeatureAnswer.BUFFER_BYTES);
        question.headers().toHttp().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        FeatureSink encoder = question.encoding().into(response.getOutputStream(), question.format());
        store.read(
                question.encoding().query(),
                new ConditionalAnswer(
                        encoder, revision -> tags.of(revision, question.format(), request), request, response));
    }

    /** The tag of the answer that the client has, if it is still true: no file has to be made. */
    private Optional<String> findKnown(ExportQuestion question, HttpServletRequest request) throws IOException {
        boolean isAsked = IfNoneMatch.of(request).isThere() && request.getHeader(HttpHeaders.IF_MATCH) == null;
        return isAsked
                ? store.findRevision(question.encoding().query())
                        .flatMap(revision -> tags.findSame(revision, question.format(), request))
                : Optional.empty();
    }

    /** The state that the client names or has begun to read, if it is one of those that are kept. */
    private ExportFile getState(ExportQuestion question, RangeHeader range, HttpServletRequest request)
            throws IOException {
        Optional<ExportFile> named = Stream.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_RANGE)
                .flatMap(name -> Stream.ofNullable(request.getHeader(name)))
                .flatMap(header ->
                        exports.find(question.key(), file -> header.contains(tags.of(file, request))).stream())
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (range.isContinued()) {
            return exports.getKept(question.key(), question.encoding());
        }
        return range.isThere()
                ? exports.getRecent(question.key(), question.encoding())
                : exports.getFresh(question.key(), question.encoding());
    }

    /** Spring compares the header only where something is to be changed. */
    private static void requireWanted(String tag, @Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.contains(tag)) {
            throw new RequestFailure.StateGone(ifMatch);
        }
    }

    private static @Nullable ResponseEntity<?> parts(
            ExportFile file, RangeHeader range, HttpHeaders headers, HttpServletResponse response) throws IOException {
        List<ResourceRegion> regions = range.regions(new FileSystemResource(file.path()), file.size());
        if (regions.isEmpty()) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        }
        ServletServerHttpResponse out = new ServletServerHttpResponse(response);
        out.setStatusCode(HttpStatus.PARTIAL_CONTENT);
        out.getHeaders().putAll(headers);
        REGIONS.write(regions, LIST_OF_REGIONS, headers.getContentType(), out);
        return null;
    }

    private static ResponseEntity<?> whole(ExportFile file, HttpHeaders headers) throws IOException {
        return ResponseEntity.ok()
                .headers(headers)
                .contentLength(file.size())
                .body(new InputStreamResource(Files.newInputStream(file.path())));
    }
}
