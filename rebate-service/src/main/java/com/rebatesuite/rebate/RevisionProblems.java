package com.rebatesuite.rebate;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.revision.ChangeNotWritten;
import com.rebatesuite.rebate.revision.Precondition.BadETag;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What can go wrong with every change that operators make one on top of the other. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RevisionProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(ChangeNotWritten failure) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "the change may or may not count: read it again, then decide"));
    }

    @ExceptionHandler
    ProblemDetail badETag(BadETag unreadable) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-etag", String.valueOf(unreadable.getMessage()));
    }
}
