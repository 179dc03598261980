package com.rebatesuite.platform.idempotency;

import com.rebatesuite.platform.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Hands a controller its {@link IdempotentRequest}, or refuses a request without a usable key. */
class IdempotentRequestResolver implements HandlerMethodArgumentResolver {

    static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 128;

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;
    private final Counter hits;

    IdempotentRequestResolver(
            Answers answers, TransactionTemplate transaction, JsonMapper mapper, MeterRegistry meters) {
        this.answers = answers;
        this.transaction = transaction;
        this.mapper = mapper;
        this.hits = meters.counter("idempotency.hits");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        return new StoredIdempotentRequest(
                answers,
                transaction,
                mapper,
                hits,
                new RequestId(caller(request), key(request), fingerprint(request)),
                dryRun(request));
    }

    private static String key(HttpServletRequest request) {
        var key = request.getHeader(KEY);
        if (key == null || key.isBlank()) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-missing",
                    KEY + ": none (expected: a key of your choice)"));
        }
        if (key.length() > MAX_KEY_LENGTH) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-too-long",
                    KEY + ": " + key.length() + " characters (expected: at most " + MAX_KEY_LENGTH + ")"));
        }
        return key;
    }

    private static String caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        return Fingerprint.of(
                request.getMethod(), request.getRequestURI(), request.getParameterMap(), RepeatableBody.of(request));
    }

    private static boolean dryRun(HttpServletRequest request) {
        return Boolean.parseBoolean(request.getParameter("dry_run"));
    }
}
