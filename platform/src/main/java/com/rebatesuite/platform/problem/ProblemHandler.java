package com.rebatesuite.platform.problem;

import com.rebatesuite.platform.paging.BadCursor;
import com.rebatesuite.platform.webhook.BadSignature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** The last word on everything that a controller did not answer itself. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final String DESCRIBED = "what the API describes";
    private static final int LONGEST_ECHO = 100;
    private static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ProblemDetail badCursor(BadCursor bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail badSignature(BadSignature bad) {
        return Problems.of(HttpStatus.UNAUTHORIZED, "bad-signature", String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return Problems.of(HttpStatus.FORBIDDEN, "forbidden", "the token does not allow this");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException unauthenticated) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "a valid bearer token is needed here"));
    }

    /** Said at once and honestly: the store is away and will be back. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> storeAway(RuntimeException away) {
        LOG.warn("a store is away: {}", away.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "try again in a moment: a store is away"));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception unexpected) {
        LOG.error("request failed", unexpected);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "something went wrong on our side");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = invalid.getBindingResult().getAllErrors().stream()
                .map(ProblemHandler::said)
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(invalid, invalidRequest(detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> said(
                                error,
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                result.getArgument())))
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(invalid, invalidRequest(detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", unreadable(unreadable.getCause()));
        return answer(unreadable, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        var expected = Optional.ofNullable(mismatch.getRequiredType())
                .flatMap(Expectation::of)
                .orElse(DESCRIBED);
        var detail = name + ": " + mismatch.getValue() + " (expected: " + expected + ")";
        return answer(mismatch, invalidRequest(detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail = missing.getParameterName() + ": none (expected: a value)";
        return answer(missing, invalidRequest(detail), headers, status, request);
    }

    /** Everything else that Spring MVC refuses, and our own refusals: given our form where it has another. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var given = body == null && failure instanceof ErrorResponse response ? response.getBody() : body;
        if (given instanceof ProblemDetail problem && isOurs(problem)) {
            return super.handleExceptionInternal(failure, problem, headers, code, request);
        }
        var status = HttpStatus.valueOf(code.value());
        var detail = given instanceof ProblemDetail problem ? problem.getDetail() : null;
        var problem = status.is5xxServerError()
                ? Problems.retryable(status, codeOf(status), "something went wrong on our side")
                : Problems.of(status, codeOf(status), detail == null ? status.getReasonPhrase() : detail);
        return super.handleExceptionInternal(failure, problem, headers, code, request);
    }

    private static boolean isOurs(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null && properties.containsKey("code");
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception failure, ProblemDetail problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    private static ProblemDetail invalidRequest(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", detail);
    }

    /** {@code METHOD_NOT_ALLOWED} is {@code method-not-allowed}. */
    private static String codeOf(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String said(ObjectError error) {
        return error instanceof FieldError field
                ? said(error, field.getField(), field.getRejectedValue())
                : said(error, error.getObjectName(), null);
    }

    private static String said(MessageSourceResolvable error, String name, @Nullable Object value) {
        if (error instanceof FieldError field && "AssertTrue".equals(field.getCode())) {
            return ofSeveral(snakeCase(field.getField()), field);
        }
        if (error instanceof FieldError field) {
            return snakeCase(field.getField()) + ": " + field.getRejectedValue() + " (expected: "
                    + field.getDefaultMessage() + ")";
        }
        return snakeCase(name) + ": " + value + " (expected: " + error.getDefaultMessage() + ")";
    }

    /** What is said of several fields together says all there is: the method that finds out is no field of the body. */
    private static String ofSeveral(String path, FieldError error) {
        var around = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) + ": " : "";
        return around + error.getDefaultMessage();
    }

    private static String unreadable(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json)) {
            return "body: missing or not readable (expected: JSON)";
        }
        var path = path(json.getPath());
        return path + ": " + (json instanceof InvalidFormatException value ? expectation(value) : expectation(json));
    }

    private static String expectation(InvalidFormatException format) {
        return Expectation.of(format.getTargetType())
                .map(expected -> shortened(String.valueOf(format.getValue())) + " (expected: " + expected + ")")
                .orElseGet(() -> expectation((Throwable) format));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }

    /** Our own records say what they expect; Jackson's words would name classes. */
    private static String expectation(Throwable json) {
        @Nullable Throwable cause = json;
        for (int depth = 0; depth < 10 && cause != null; depth++) {
            if (cause instanceof IllegalArgumentException expected && expected.getMessage() != null) {
                return expected.getMessage();
            }
            cause = cause.getCause();
        }
        return "not readable (expected: " + DESCRIBED + ")";
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = references.stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.substring(path.startsWith(".") ? 1 : 0);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
