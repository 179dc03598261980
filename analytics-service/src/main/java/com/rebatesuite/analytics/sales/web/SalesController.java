package com.rebatesuite.analytics.sales.web;

import com.rebatesuite.analytics.sales.ReadSales;
import com.rebatesuite.analytics.sales.SalesUnavailable;
import com.rebatesuite.platform.problem.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales of a sku, for operators. */
@RestController
class SalesController {

    private static final String RETRY_SECONDS = "5";

    private final ReadSales sales;

    SalesController(ReadSales sales) {
        this.sales = sales;
    }

    /** The minutes that start in [from, to), the last hour if nothing is said; minutes without sales are absent. */
    @GetMapping("/ops/sales/{sku}/minutes")
    SalesResponse minutes(
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return SalesResponse.of(sales.read(sku, from, to));
    }

    @ExceptionHandler
    ProblemDetail badRange(ReadSales.BadRange bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-range", String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(SalesUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE, "sales-unavailable", "sales cannot be read at the moment"));
    }
}
