package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.truceline.ogcapi.RequestFailure.Busy;

class ParsingRoomTest {
    private static final String LONG = "x".repeat(SearchBody.LONGEST);

    @Test
    void longTextsAreParsedOneAfterTheOther() {
        AtomicInteger atATime = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CompletableFuture<?>[] parsings = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> ParsingRoom.parse(LONG, text -> {
                                assertThat(atATime.incrementAndGet()).isEqualTo(1);
                                assertThat(text.chars().filter(x -> x == 'x').count())
                                        .isEqualTo(SearchBody.LONGEST);
                                return atATime.decrementAndGet();
                            }),
                            threads))
                    .toArray(CompletableFuture[]::new);

            assertThat(CompletableFuture.allOf(parsings)).succeedsWithin(Duration.ofSeconds(30));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shortTextsDoNotWaitForEachOther() {
        assertThat(ParsingRoom.<Integer>parse("a", outer -> ParsingRoom.parse("bc", String::length)))
                .isEqualTo(2);
    }

    @Test
    void whoeverCannotWaitIsToldSo() {
        ParsingRoom.parse(LONG, text -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ParsingRoom.parse("a", String::length))
                    .isInstanceOf(Busy.class)
                    .hasMessageContaining("busy");
            return Thread.interrupted();
        });
        assertThat(ParsingRoom.<Integer>parse(LONG, String::length)).isEqualTo(LONG.length());
    }

    @Test
    void roomIsGivenBackAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ParsingRoom.parse(LONG, text -> {
                        throw new IllegalArgumentException("no filter");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
