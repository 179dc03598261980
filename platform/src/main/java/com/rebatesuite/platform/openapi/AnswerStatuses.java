package com.rebatesuite.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Says with which statuses an operation succeeds, as {@link AnswersWith} has it. */
final class AnswerStatuses implements OperationCustomizer {

    private static final String OK = "200";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var answers = handler.getMethodAnnotation(AnswersWith.class);
        if (answers != null) {
            replace(operation.getResponses(), answers);
        }
        return operation;
    }

    private static void replace(ApiResponses responses, AnswersWith answers) {
        var ok = responses.remove(OK);
        var content = ok == null ? null : ok.getContent();
        for (int status : answers.value()) {
            add(responses, status, content);
        }
        for (int status : answers.empty()) {
            add(responses, status, null);
        }
    }

    private static void add(ApiResponses responses, int status, @Nullable Content content) {
        var reason = HttpStatus.valueOf(status).getReasonPhrase();
        responses.addApiResponse(
                Integer.toString(status), new ApiResponse().description(reason).content(content));
    }
}
