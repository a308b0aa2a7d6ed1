package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.truceline.Truceline;

@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {
    @Test
    void theOperatorGetsAMessageAndNoStackTrace(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> SpringApplication.run(
                Truceline.class,
                "--server.port=0",
                "--truceline.home=target/failed-start",
                "--truceline.database.url=postgres://guest:secret@127.0.0.1:1/named"));

        assertThat(failure).hasRootCauseInstanceOf(ConnectException.class);
        assertThat(output)
                .contains("The database postgresql://127.0.0.1:1/named does not let Truceline in")
                .contains("TRUCELINE_DATABASE_URL")
                .doesNotContain("\tat org.")
                .doesNotContain("secret");
    }
}
