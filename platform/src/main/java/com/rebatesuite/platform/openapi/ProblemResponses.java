package com.rebatesuite.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** What every operation answers when it does not do what it was asked: a problem of RFC 9457, with the suite's own members. */
final class ProblemResponses implements OpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(NAME, problem());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getResponses)
                .forEach(responses -> responses.addApiResponse(ApiResponses.DEFAULT, response()));
    }

    private static ApiResponse response() {
        var schema = new Schema<>().$ref("#/components/schemas/" + NAME);
        return new ApiResponse()
                .description("what stood in the way")
                .content(new Content().addMediaType(MEDIA_TYPE, new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "retryable"));
        return problem.addProperty("type", new StringSchema().description("urn:problem: and the code"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().format("int32"))
                .addProperty("detail", new StringSchema().description("names the offending and the expected value"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("to be compared with"))
                .addProperty("retryable", new BooleanSchema().description("the same request may succeed later"))
                .addProperty("trace_id", new StringSchema());
    }
}
