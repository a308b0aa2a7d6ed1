package org.truceline.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.truceline.changes.LoggedChange.Kind;
import org.truceline.changes.LoggedChange.Sight;

/** From what the log says of a transaction to changes, and the places in the log between them. */
class TransactionTest {
    private static final String EPOCH = "00000000-0000-0000-0000-000000000001";
    private static final Sight NOWHERE = new Sight(false, Optional.empty());
    private static final ChangeCursor READING =
            ChangeCursor.after(EPOCH, SeenTransactions.parse("5:5:")).towards(SeenTransactions.parse("9:9:"));

    private static Sight at(double degrees) {
        return new Sight(true, Optional.of(new Envelope(degrees, degrees, degrees, degrees)));
    }

    private static LoggedChange feature(long number, String feature, Sight before, Sight after) {
        return new LoggedChange(number, Kind.FEATURE, Optional.of(feature), before, after);
    }

    private static LoggedChange layer(long number) {
        return new LoggedChange(number, Kind.LAYER, Optional.empty(), NOWHERE, NOWHERE);
    }

    private static List<LayerChange> list(Transaction transaction, ChangeCursor reading) {
        try {
            return transaction.list(reading, (layer, features, words) -> Map.of());
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> names(List<LayerChange> changes) {
        return changes.stream()
                .map(change -> change.subject().layer().orElseThrow()
                        + change.subject().feature().map(id -> ":" + id).orElse(""))
                .toList();
    }

    /** One change of a table resets two layers, right behind a change of a feature. */
    private static Transaction ofAFeatureAndTwoLayers() {
        Transaction transaction = new Transaction(7, Instant.EPOCH);
        transaction.add("places", feature(40, "a", at(1), at(2)));
        transaction.add("first", layer(41));
        transaction.add("second", layer(41));
        transaction.add("places", feature(42, "b", at(3), at(4)));
        return transaction;
    }

    @Test
    void whereverOneIsCutOffTheRestFollowsAndWhatOneChangeDidComesAgain() {
        List<LayerChange> all = list(ofAFeatureAndTwoLayers(), READING);

        assertThat(names(all)).containsExactly("places:a", "first", "second", "places:b");
        assertThat(names(list(ofAFeatureAndTwoLayers(), all.get(0).cursor())))
                .containsExactly("first", "second", "places:b");
        assertThat(names(list(ofAFeatureAndTwoLayers(), all.get(1).cursor())))
                .containsExactly("first", "second", "places:b");
        assertThat(names(list(ofAFeatureAndTwoLayers(), all.get(2).cursor()))).containsExactly("places:b");
        assertThat(list(ofAFeatureAndTwoLayers(), all.get(3).cursor())).isEmpty();
        assertThat(list(ofAFeatureAndTwoLayers(), READING.behind(7))).isEmpty();
    }

    @Test
    void placesAreReadAsTheyAreWritten() {
        for (LayerChange change : list(ofAFeatureAndTwoLayers(), READING)) {
            assertThat(ChangeCursor.parse(change.cursor().toString())).isEqualTo(change.cursor());
        }
        assertThat(ChangeCursor.parse(READING.behind(7).toString())).isEqualTo(READING.behind(7));
        assertThat(ChangeCursor.parse(READING.atEnd().toString())).isEqualTo(READING.atEnd());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1/2/3",
                "00000000-0000-0000-0000-000000000001/9:5:",
                "00000000-0000-0000-0000-000000000001/5:9:9",
                "00000000-0000-0000-0000-000000000001/5:9:7,6",
                "00000000-0000-0000-0000-000000000001/5:9:4",
                "00000000-0000-0000-0000-000000000001/0:9:",
                "00000000-0000-0000-0000-000000000001/5:9:/5:9:/1",
                "00000000-0000-0000-0000-000000000001/5:1234567890123456789:"
            })
    void whatIsNoPlaceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeCursor.parse(text));
    }

    @Test
    void ofAFeatureOnlyTheStatesBeforeAndAfterAreTold() {
        Transaction transaction = new Transaction(7, Instant.EPOCH);
        transaction.add("places", feature(1, "moved", at(1), at(2)));
        transaction.add("places", feature(2, "moved", at(2), at(3)));
        transaction.add("places", feature(3, "shown", NOWHERE, at(4)));
        transaction.add("places", feature(4, "shown", at(4), at(5)));
        transaction.add("places", feature(5, "hidden", at(6), at(7)));
        transaction.add("places", feature(6, "hidden", at(7), NOWHERE));
        transaction.add("places", feature(7, "flashed", NOWHERE, at(8)));
        transaction.add("places", feature(8, "flashed", at(8), NOWHERE));
        List<LayerChange> changes = list(transaction, READING);

        assertThat(names(changes)).containsExactly("places:moved", "places:shown", "places:hidden");
        assertThat(changes)
                .extracting(LayerChange::what)
                .containsExactly(LayerChange.What.UPDATE, LayerChange.What.INSERT, LayerChange.What.DELETE);
        assertThat(changes.get(0).boxes()).containsExactly(new Envelope(1, 1, 1, 1), new Envelope(3, 3, 3, 3));
        assertThat(changes.get(1).boxes()).containsExactly(new Envelope(5, 5, 5, 5));
        assertThat(changes.get(2).boxes()).containsExactly(new Envelope(6, 6, 6, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5:9:6,7 | 5:9:6,7 | true",
                "9:9: | 5:9:6,7 | true",
                "5:9:6,7 | 9:9: | false",
                "5:9:6 | 5:8:6,7 | true",
                "5:9:7 | 5:8:6 | false",
                "5:8:6 | 5:9:6 | false",
                // Seven still runs for the later one, and hadn't begun for the earlier.
                "6:9:7 | 6:7: | true"
            })
    void aLaterSnapshotSeesAllThatAnEarlierOneDid(String later, String earlier, boolean isSo) {
        assertThat(SeenTransactions.parse(later).cover(SeenTransactions.parse(earlier)))
                .isEqualTo(isSo);
    }

    @Test
    void numbersThatLeftNoChangeAreStillToCome() {
        SeenTransactions seen = SeenTransactions.parse("5:20:6,12");

        assertThat(seen.upTo(10)).hasToString("5:11:6");
        assertThat(seen.upTo(19)).isEqualTo(seen);
        assertThat(seen.upTo(30)).isEqualTo(seen);
        assertThat(seen.upTo(3)).hasToString("4:4:");
    }
}
