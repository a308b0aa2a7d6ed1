package org.truceline.ogcapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.truceline.formats.Link;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.BaseUrl.Resources;

/**
 * A page for people.
 *
 * @param template which kind of page
 * @param title what the page is of
 * @param trail the pages above it, from the landing page on; empty for the landing page itself
 * @param alternates the same in other formats
 * @param content what the template shows, by name
 */
record HtmlPage(
        PageTemplate template, String title, List<Crumb> trail, List<Link> alternates, Map<String, Object> content) {
    HtmlPage {
        trail = List.copyOf(trail);
        alternates = List.copyOf(alternates);
        content = Map.copyOf(content);
    }

    /** The same document in JSON: what an {@code alternate} link of a page leads to. */
    static List<Link> inJson(String href, String mediaType) {
        return List.of(new Link(href, "alternate", mediaType, "This page in JSON"));
    }

    /** A page above. */
    record Crumb(String title, String href) {
        static List<Crumb> home(Resources resources) {
            return List.of(new Crumb("Home", resources.landingPage()));
        }

        static List<Crumb> collections(Resources resources) {
            return with(home(resources), "Collections", resources.collections());
        }

        static List<Crumb> processes(Resources resources) {
            return with(home(resources), "Processes", resources.processes());
        }

        static List<Crumb> jobs(Resources resources) {
            return with(processes(resources), "Jobs", resources.jobs());
        }

        static List<Crumb> collection(Layer layer, Resources resources) {
            return with(collections(resources), layer.title(), resources.collection(layer.id()));
        }

        static List<Crumb> items(Layer layer, Resources resources) {
            return with(collection(layer, resources), "Features", resources.items(layer.id()));
        }

        static List<Crumb> with(List<Crumb> above, String title, String href) {
            return Stream.concat(above.stream(), Stream.of(new Crumb(title, href)))
                    .toList();
        }
    }
}
