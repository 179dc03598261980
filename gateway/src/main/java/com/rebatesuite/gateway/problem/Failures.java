package com.rebatesuite.gateway.problem;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/** What a failure on the way to a service means to the one who asked. */
final class Failures {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Failures() {}

    /** The answer to a request that ended in this failure; an unknown one is our fault. */
    static Problem problem(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.problem();
            case NotFoundException none -> unavailable("no-instance", "no instance of the service is known");
            case ServiceUnavailableException open -> unavailable("circuit-open", "the service is given a rest");
            case ResponseStatusException status ->
                ofStatus(HttpStatus.valueOf(status.getStatusCode().value()));
            case AuthenticationServiceException issuer ->
                unavailable("identity-unavailable", "tokens cannot be checked at the moment");
            case ConnectException unreachable -> unreachable();
            case NoRouteToHostException unreachable -> unreachable();
            case UnknownHostException unreachable -> unreachable();
            case TimeoutException slow -> ofStatus(HttpStatus.GATEWAY_TIMEOUT);
            case IOException broken -> hungUp();
            case AbortedException broken -> hungUp();
            default -> ofCause(failure);
        };
    }

    /** Retries and pools wrap what happened. */
    private static Problem ofCause(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? ofStatus(HttpStatus.INTERNAL_SERVER_ERROR) : problem(cause);
    }

    private static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.lasting(status, "not-found", "nothing is served under this path");
            case GATEWAY_TIMEOUT -> Problem.passing(status, "timeout", "the service did not answer in time", SOON);
            case SERVICE_UNAVAILABLE -> unavailable("unavailable", "the service is not available");
            case INTERNAL_SERVER_ERROR -> Problem.lasting(status, "internal-error", "something went wrong on our side");
            default -> Problem.lasting(status, code(status), status.getReasonPhrase());
        };
    }

    private static Problem hungUp() {
        return Problem.passing(HttpStatus.BAD_GATEWAY, "bad-gateway", "the service hung up on the request", SOON);
    }

    private static Problem unreachable() {
        return unavailable("unreachable", "the service cannot be reached");
    }

    private static Problem unavailable(String code, String detail) {
        return Problem.passing(HttpStatus.SERVICE_UNAVAILABLE, code, detail, SOON);
    }

    private static String code(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
