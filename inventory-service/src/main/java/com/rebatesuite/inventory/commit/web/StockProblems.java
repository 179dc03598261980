package com.rebatesuite.inventory.commit.web;

import com.rebatesuite.inventory.commit.BooksConflict;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.NotInTime;
import com.rebatesuite.inventory.commit.QueueFull;
import com.rebatesuite.platform.problem.Problems;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is asked in vain just now, and can be asked again a moment later. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StockProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(QueueFull full) {
        return later("stock-queue-full", "too many stock requests are waiting");
    }

    @ExceptionHandler({NotInTime.class, BooksConflict.class, BulkheadFullException.class})
    ResponseEntity<ProblemDetail> busy(RuntimeException busy) {
        return later("stock-busy", "the stock is too busy to answer in time");
    }

    @ExceptionHandler({BooksUnavailable.class, DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> away(RuntimeException away) {
        return later("stock-unavailable", "the stock cannot be reached");
    }

    private static ResponseEntity<ProblemDetail> later(String code, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.retryable(HttpStatus.SERVICE_UNAVAILABLE, code, detail));
    }
}
