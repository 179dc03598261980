package com.rebatesuite.rebate.quote.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.quote.CatalogueUnavailable;
import com.rebatesuite.rebate.quote.QuoteRebates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What products would earn the shopper who looks at them. */
@RestController
@RequestMapping("/api/rebates/quote")
class QuoteController {

    private static final int MOST = 50;
    private static final int LONGEST_SKU = 64;

    private final QuoteRebates quoteRebates;

    QuoteController(QuoteRebates quoteRebates) {
        this.quoteRebates = quoteRebates;
    }

    @Operation(
            summary = "Tells what one unit of each product earns at least, and signs it; up to 50 products at once",
            description = "Counted is what depends on the product alone. An order line that carries the quote earns at "
                    + "least the rebate of a unit for each of its units, within the rule's cap for a line and the "
                    + "campaign's budget.")
    @GetMapping
    QuotesResponse quote(@RequestParam("sku") List<String> skus, @Parameter(hidden = true) Caller caller) {
        requireSkus(skus);
        return new QuotesResponse(quoteRebates.quote(caller.subject(), skus).stream()
                .map(QuoteResponse::of)
                .toList());
    }

    private static void requireSkus(List<String> skus) {
        if (skus.isEmpty() || skus.size() > MOST) {
            throw bad("too-many-skus", "sku: " + skus.size() + " (expected: 1.." + MOST + ")");
        }
        for (var sku : skus) {
            if (sku.isBlank() || sku.length() > LONGEST_SKU || sku.indexOf('\0') >= 0) {
                throw bad("bad-sku", "sku: " + sku.length() + " characters (expected: 1.." + LONGEST_SKU + ")");
            }
        }
    }

    private static RuntimeException bad(String code, String detail) {
        return Problems.refusal(Problems.of(HttpStatus.BAD_REQUEST, code, detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(CatalogueUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalogue-unavailable",
                        "nobody can say right now what the products cost"));
    }
}
