package org.truceline.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.truceline.changes.Revision;

/**
 * Answers of one row that the database works on for long, such as counts: by the revision that they are of, they stay
 * true for ever. Those that are asked for least are forgotten.
 */
@Component
class KnownAnswers {
    /** Of texts and parameters, by a rough measure; answers are small beside their questions. */
    private static final long MAXIMUM_BYTES = 16L * 1024 * 1024;

    private final Cache<Question, Object> answers = Caffeine.newBuilder()
            .maximumWeight(MAXIMUM_BYTES)
            .weigher((Question question, Object answer) -> question.bytes())
            .build();

    private record Question(Revision revision, String sql, List<Object> values) {
        static Question of(Revision revision, Sql sql) {
            return new Question(
                    revision,
                    sql.text(),
                    sql.parameters().stream().map(Question::comparable).toList());
        }

        /** Geometries are arrays, of which each is equal to itself only. */
        private static Object comparable(Object value) {
            return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
        }

        /** Some hundred bytes for the objects, two for each character. */
        int bytes() {
            return 400
                    + 2 * sql.length()
                    + values.stream().mapToInt(Question::bytes).sum();
        }

        private static int bytes(Object value) {
            if (value instanceof ByteBuffer geometry) {
                return 100 + geometry.capacity();
            }
            return 100 + (value instanceof String text ? 2 * text.length() : 0);
        }
    }

    /** Asks the database. */
    interface Asking<T, E extends Exception> {
        T ask() throws E;
    }

    /** Those of this revision; where there is none, nothing is kept. */
    AtRevision at(Optional<Revision> revision) {
        return new AtRevision(revision);
    }

    /** What is known of the state of a layer that a snapshot sees. */
    final class AtRevision {
        private final Optional<Revision> revision;

        private AtRevision(Optional<Revision> revision) {
            this.revision = revision;
        }

        /**
         * The answer that is known, or else the one that the database gives.
         *
         * @param sql the question; one text has answers of one type only
         */
        @SuppressWarnings("unchecked")
        <T, E extends Exception> T get(Sql sql, Asking<T, E> asking) throws E {
            if (revision.isEmpty()) {
                return asking.ask();
            }
            Question question = Question.of(revision.get(), sql);
            Object known = answers.getIfPresent(question);
            if (known != null) {
                return (T) known;
            }
            T answer = asking.ask();
            answers.put(question, answer);
            return answer;
        }
    }
}
