package org.truceline.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.truceline.changes.Revision;

class KnownAnswersTest {
    private final KnownAnswers known = new KnownAnswers();
    private final AtomicLong asked = new AtomicLong();

    @Test
    void aQuestionIsAskedOnceForEachRevision() {
        assertThat(ask(Optional.of(new Revision("a")), "x")).isEqualTo(1);
        assertThat(ask(Optional.of(new Revision("a")), "x")).isEqualTo(1);
        assertThat(ask(Optional.of(new Revision("b")), "x")).isEqualTo(2);
        assertThat(ask(Optional.of(new Revision("a")), "x")).isEqualTo(1);
    }

    @Test
    void anotherValueIsAnotherQuestionAndAnEqualGeometryIsNot() {
        Optional<Revision> revision = Optional.of(new Revision("a"));

        assertThat(ask(revision, new byte[] {1, 2})).isEqualTo(1);
        assertThat(ask(revision, new byte[] {1, 2})).isEqualTo(1);
        assertThat(ask(revision, new byte[] {1, 3})).isEqualTo(2);
        assertThat(ask(revision, "1")).isEqualTo(3);
        assertThat(ask(revision, 1L)).isEqualTo(4);
    }

    @Test
    void nothingIsKeptWithoutARevision() {
        assertThat(ask(Optional.empty(), "x")).isEqualTo(1);
        assertThat(ask(Optional.empty(), "x")).isEqualTo(2);
    }

    private long ask(Optional<Revision> revision, Object value) {
        return known.at(revision).get(Sql.of("SELECT ?", value), asked::incrementAndGet);
    }
}
