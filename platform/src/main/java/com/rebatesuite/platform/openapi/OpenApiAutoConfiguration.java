package com.rebatesuite.platform.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The parameters that the platform resolves itself, as a client meets them: a token and a header. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {

    private static final String KEY = "Idempotency-Key";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, IdempotentRequest.class)
                .replaceWithClass(SseEmitter.class, String.class);
    }

    @Bean
    OperationCustomizer idempotencyKeyHeader() {
        return (operation, handler) ->
                takesKey(handler) && !hasKey(operation) ? operation.addParametersItem(key()) : operation;
    }

    @Bean
    OperationCustomizer answerStatuses() {
        return new AnswerStatuses();
    }

    @Bean
    OpenApiCustomizer problemResponses() {
        return new ProblemResponses();
    }

    /** The names as they are on the wire: springdoc has a mapper of its own, which says them as Java does. */
    @Bean
    ModelResolver namesOnTheWire(ObjectMapperProvider mappers) {
        var mapper = mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new SchemaNames()).openapi31(true);
    }

    private static boolean takesKey(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotentRequest.class);
    }

    /** Some controllers read the header themselves as well. */
    private static boolean hasKey(Operation operation) {
        var parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> KEY.equals(parameter.getName()));
    }

    private static HeaderParameter key() {
        var key = new HeaderParameter();
        key.name(KEY)
                .required(true)
                .description("a key of your choice; a repeat with the same key gets the first answer")
                .schema(new StringSchema().minLength(1).maxLength(128));
        return key;
    }
}
