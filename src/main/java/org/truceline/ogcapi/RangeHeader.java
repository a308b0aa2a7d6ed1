package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Which parts of a file a client wants (RFC 9110 §14.2).
 *
 * @param ranges none where the client wants all of it, or where the header can't be read: it is then disregarded
 * @param condition of which state they are wanted; otherwise all of the present one is
 */
record RangeHeader(List<HttpRange> ranges, Optional<String> condition) {
    static RangeHeader of(HttpServletRequest request) {
        return new RangeHeader(
                parse(request.getHeader(HttpHeaders.RANGE)),
                Optional.ofNullable(request.getHeader(HttpHeaders.IF_RANGE)));
    }

    private static List<HttpRange> parse(@Nullable String header) {
        try {
            return HttpRange.parseRanges(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    boolean isThere() {
        return !ranges.isEmpty();
    }

    /** Whether it is asked for by a client that has read the beginning before, of a state that it can't name. */
    boolean isContinued() {
        // A range counted from the end begins at 0 of one byte.
        return isThere() && condition.isEmpty() && ranges.stream().allMatch(range -> range.getRangeStart(1) > 0);
    }

    /** Whether parts of the state of this tag are wanted, and not all of it. */
    boolean appliesTo(String tag) {
        return isThere() && condition.stream().allMatch(tag::equals);
    }

    /** The parts that there are; none where the file ends before all of them. */
    List<ResourceRegion> regions(Resource resource, long size) {
        return ranges.stream()
                .filter(range -> range.getRangeStart(size) <= range.getRangeEnd(size))
                .map(range -> range.toResourceRegion(resource))
                .toList();
    }
}
