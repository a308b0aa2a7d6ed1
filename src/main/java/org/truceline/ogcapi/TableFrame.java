package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.truceline.features.FeatureQuery;
import org.truceline.formats.Format;
import org.truceline.formats.HtmlFrame;
import org.truceline.layers.Property;
import org.truceline.ogcapi.HtmlPage.Crumb;

/**
 * What stands around the table of a page of features. The template is run twice, for what comes before the rows and for
 * what comes after them: how many rows there are, and whether others follow, is known only when they have been written.
 */
final class TableFrame implements HtmlFrame {
    private final List<Property> properties;
    private final ItemsQuestion question;
    private final PageMap map;
    private final Function<HtmlPage, String> rendering;

    TableFrame(FeatureQuery query, ItemsQuestion question, PageMap map, Function<HtmlPage, String> rendering) {
        this.properties = query.output().properties();
        this.question = question;
        this.map = map;
        this.rendering = rendering;
    }

    @Override
    public String head(long numberMatched) {
        return SplitPage.of(render(content(numberMatched, 0, Optional.empty()))).head();
    }

    @Override
    public String tail(long numberReturned, Optional<String> last) {
        return SplitPage.of(render(content(0, numberReturned, last))).tail();
    }

    private Map<String, Object> content(long numberMatched, long numberReturned, Optional<String> last) {
        return Map.ofEntries(
                Map.entry("count", new Count(numberMatched)),
                Map.entry("conditions", question.conditions()),
                Map.entry(
                        "unfiltered",
                        question.resources().items(question.layer().id())),
                Map.entry("form", QuestionForm.of(question)),
                Map.entry("fault", FieldFault.NONE),
                Map.entry("map", map),
                Map.entry("columns", columns()),
                Map.entry("returned", numbered(numberReturned)),
                Map.entry("first", question.isOfFirstPage() ? "" : question.firstPage()),
                Map.entry("next", last.map(question::nextPage).orElse("")),
                Map.entry("downloads", question.downloads()));
    }

    private String render(Map<String, Object> content) {
        return rendering.apply(new HtmlPage(
                PageTemplate.ITEMS,
                question.layer().title() + ": features",
                Crumb.collection(question.layer(), question.resources()),
                new ItemsLinks(
                                question.layer(),
                                question.resources(),
                                question.parameters(),
                                Format.HTML,
                                ItemsLinks.LONGEST_ASKED_BY_ADDRESS)
                        .alternates(),
                content));
    }

    /** How many features meet the question. */
    record Count(String number, boolean isNone, boolean isOne) {
        Count(long number) {
            this(numbered(number), number == 0, number == 1);
        }
    }

    private static String numbered(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private List<ColumnHead> columns() {
        List<ColumnHead> heads = new ArrayList<>();
        heads.add(ColumnHead.of(question.layer().idColumn(), question));
        properties.forEach(property -> heads.add(ColumnHead.of(property, question)));
        heads.add(ColumnHead.plain("Place (longitude, latitude)"));
        return heads;
    }
}
