package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truceline.changes.ChangeCursor;
import org.truceline.changes.ChangeLog;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/** The change feed: {@code /changes} (HTML Standard §9.2, server-sent events). */
@RestController
class ChangesController {
    static final String PATH = "/changes";

    /** The place in the feed, where a header can't be sent: a browser's first request. */
    static final String LAST_EVENT_ID = "lastEventId";

    private static final String LAST_EVENT_ID_HEADER = "Last-Event-ID";
    private static final Set<String> KNOWN = Set.of(CollectionsParameter.NAME, LAST_EVENT_ID);

    private final LayerCatalogue catalogue;
    private final ChangeFeed feed;

    ChangesController(LayerCatalogue catalogue, ChangeFeed feed) {
        this.catalogue = catalogue;
        this.feed = feed;
    }

    static Link link(String url) {
        return new Link(url, "monitor", MediaTypes.EVENTS, "Changes to the collections, as they happen");
    }

    /** Whether a request is for the feed, whose answer has no end: it can be neither kept nor compressed as a whole. */
    static boolean isFor(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(PATH) || path.equals(PATH + "/");
    }

    @GetMapping(PATH)
    void changes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryParameters parameters = QueryParameters.of(request, KNOWN);
        Set<String> collections = parameters.values().containsKey(CollectionsParameter.NAME)
                ? CollectionsParameter.find(parameters, catalogue).stream()
                        .map(Layer::id)
                        .collect(Collectors.toSet())
                : Set.of();
        Optional<ChangeCursor> from = findPlace(request, parameters);
        response.setContentType(MediaTypes.EVENTS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // The word by which nginx, in front of a server, hands on what comes without waiting for more.
        response.setHeader("X-Accel-Buffering", "no");
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            ChangeFeed.Seat seat = feed.enter();
            try {
                begin(seat, collections, from, request, response);
            } catch (IOException | RuntimeException failure) {
                feed.leave();
                throw failure;
            }
        }
    }

    private void begin(
            ChangeFeed.Seat seat,
            Set<String> collections,
            Optional<ChangeCursor> from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ChangeRing.End end = seat.ring().end();
        boolean isLost = from.isPresent() && !feed.remembers(from.get());
        Optional<ChangeCursor> known = isLost ? Optional.empty() : from;
        EventStream stream = EventStream.open(request, response);
        ChangeListener listener = feed.listen(seat, stream, collections, known.orElse(end.cursor()));
        if (isLost) {
            listener.tell(
                    ChangeEncoding.event(ChangeLog.resetOfAll(end.cursor())).bytes());
        }
        if (known.isEmpty()) {
            listener.tell(ChangeEncoding.place(end.cursor()));
            listener.follow(end);
        }
        feed.begin(listener, stream);
    }

    /** The header is newer than the address, which a browser uses again when it comes back. */
    private static Optional<ChangeCursor> findPlace(HttpServletRequest request, QueryParameters parameters) {
        String header = request.getHeader(LAST_EVENT_ID_HEADER);
        if (header == null || header.isEmpty()) {
            return parameters.find(LAST_EVENT_ID, ChangeCursor::parse);
        }
        try {
            return Optional.of(ChangeCursor.parse(header));
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidParameter(
                    LAST_EVENT_ID_HEADER,
                    "The header " + LAST_EVENT_ID_HEADER + " can't be read: " + unreadable.getMessage() + ".");
        }
    }
}
