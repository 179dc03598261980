package com.rebatesuite.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

class AnswerStatusesTest {

    private final Content content = new Content().addMediaType("application/json", new MediaType());
    private final Operation operation = new Operation()
            .responses(new ApiResponses()
                    .addApiResponse("200", new ApiResponse().description("OK").content(content)));

    @Test
    void saysWithWhichStatusesAnOperationSucceeds() throws NoSuchMethodException {
        var responses = customised("hold").getResponses();

        assertThat(responses).containsOnlyKeys("201", "202", "204");
        assertThat(responses)
                .hasEntrySatisfying(
                        "201",
                        created -> assertThat(created)
                                .isEqualTo(
                                        new ApiResponse().description("Created").content(content)))
                .hasEntrySatisfying(
                        "202", accepted -> assertThat(accepted).isEqualTo(new ApiResponse().description("Accepted")));
    }

    @Test
    void leavesAnOperationThatSaysNothing() throws NoSuchMethodException {
        assertThat(customised("look").getResponses()).containsOnlyKeys("200");
    }

    @Test
    void saysOfEveryOperationWhatAProblemLooksLike() {
        var api = new OpenAPI()
                .components(new Components())
                .paths(new Paths().addPathItem("/things", new PathItem().get(operation)));

        new ProblemResponses().customise(api);

        assertThat(operation.getResponses()).containsOnlyKeys("200", "default");
        assertThat(Json31.pretty(operation)).contains("application/problem+json", "#/components/schemas/Problem");
        assertThat(Json31.pretty(api.getComponents())).contains("\"Problem\"", "\"code\"", "\"retryable\"");
    }

    private Operation customised(String method) throws NoSuchMethodException {
        var handler = new HandlerMethod(new Controller(), Controller.class.getDeclaredMethod(method));
        return new AnswerStatuses().customize(operation, handler);
    }

    @SuppressWarnings("UnusedMethod") // Found by name.
    private static final class Controller {

        @AnswersWith(
                value = 201,
                empty = {202, 204})
        void hold() {}

        void look() {}
    }
}
