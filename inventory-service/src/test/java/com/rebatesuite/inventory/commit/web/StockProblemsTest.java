package com.rebatesuite.inventory.commit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.NotInTime;
import com.rebatesuite.inventory.commit.QueueFull;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whatever the stock cannot do just now is a 503 that says when to come again. */
class StockProblemsTest {

    private static final Map<String, RuntimeException> FAILURES = Map.of(
            "stock-queue-full", new QueueFull(10),
            "stock-busy", new NotInTime(Duration.ofSeconds(5)),
            "stock-unavailable", new BooksUnavailable("secret host", new IllegalStateException("secret")));

    private final MockMvcTester http = MockMvcTester.of(
            java.util.List.of(new Failing()),
            builder -> builder.setControllerAdvice(new StockProblems()).build());

    @Test
    void asksTheCallerToComeAgain() {
        for (var code : FAILURES.keySet()) {
            var answer = http.get().uri("/fail/" + code);

            assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "1");
            assertThat(answer)
                    .bodyText()
                    .contains(code)
                    .contains("\"retryable\":true")
                    .doesNotContain("secret");
        }
    }

    @RestController
    static class Failing {

        @GetMapping("/fail/{code}")
        ResponseEntity<ProblemDetail> fail(@PathVariable String code) {
            throw FAILURES.getOrDefault(code, new IllegalStateException(code));
        }
    }
}
