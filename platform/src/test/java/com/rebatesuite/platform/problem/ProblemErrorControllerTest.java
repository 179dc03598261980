package com.rebatesuite.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;

class ProblemErrorControllerTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void saysThatTokensCannotBeCheckedWhileTheIssuerIsAway() {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new AuthenticationServiceException("no keys"));

        var answer = new ProblemErrorController().error(request);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(Objects.requireNonNull(answer.getBody()).getProperties())
                .containsAllEntriesOf(Map.of("code", "unavailable", "retryable", true));
    }

    @Test
    void repeatsTheStatusOfTheContainer() {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);

        assertThat(new ProblemErrorController().error(request).getStatusCode().value())
                .isEqualTo(400);
    }
}
