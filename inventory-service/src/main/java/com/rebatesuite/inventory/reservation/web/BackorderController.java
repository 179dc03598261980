package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.reservation.Backorder;
import com.rebatesuite.inventory.reservation.Backorders;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much operators let be promised before it is there. The ETag counts what operators set, not what is promised. */
@RestController
@RequestMapping("/ops/stock/{sku}/backorder")
class BackorderController {

    private final Backorders backorders;

    BackorderController(Backorders backorders) {
        this.backorders = backorders;
    }

    @GetMapping
    ResponseEntity<BackorderResponse> read(@PathVariable @NotBlank @Size(max = 64) String sku) {
        return backorders
                .of(sku)
                .map(found -> tagged(HttpStatus.OK, found))
                .orElseThrow(() -> refusal(
                        HttpStatus.NOT_FOUND, "no-backorder", "nothing of " + sku + " is promised before it is there"));
    }

    /** Sets the limit: the first one, or another with If-Match. What is promised already stays promised. */
    @AnswersWith({200, 201})
    @PutMapping
    ResponseEntity<BackorderResponse> put(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody BackorderRequest request) {
        return ifMatch == null
                ? backorders
                        .create(sku, request.limit())
                        .map(created -> tagged(HttpStatus.CREATED, created))
                        .orElseThrow(() -> refusal(
                                HttpStatus.PRECONDITION_REQUIRED,
                                "if-match-missing",
                                "If-Match: none (expected: the ETag of the limit of " + sku + ")"))
                : backorders
                        .replace(sku, request.limit(), version(ifMatch))
                        .map(replaced -> tagged(HttpStatus.OK, replaced))
                        .orElseThrow(() -> refusal(
                                HttpStatus.PRECONDITION_FAILED,
                                "backorder-changed",
                                "If-Match: " + ifMatch + " (expected: the present ETag of the limit of " + sku + ")"));
    }

    private static long version(String ifMatch) {
        var tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }

    private static ResponseEntity<BackorderResponse> tagged(HttpStatus status, Backorder backorder) {
        return ResponseEntity.status(status)
                .eTag("\"" + backorder.version() + "\"")
                .body(new BackorderResponse(backorder.sku(), backorder.limit(), backorder.promised()));
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }

    /** How many units. */
    record BackorderRequest(
            @NotNull @Min(0) @Max(1_000_000_000) Long limit) {}

    /** How many units may be promised, and how many are and still have to come. */
    record BackorderResponse(String sku, long limit, long promised) {}
}
