package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.settlement.AmendOrder;
import com.rebatesuite.rebate.settlement.ChangeAnswer;
import com.rebatesuite.rebate.settlement.RebateAmended;
import com.rebatesuite.rebate.settlement.RebateRejected;
import com.rebatesuite.rebate.settlement.RejectOrder;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators pass on what a partner thinks of an order. */
@RestController
@RequestMapping("/ops/rebates/orders/{orderId}")
class ChangeController {

    private final AmendOrder amendOrder;
    private final RejectOrder rejectOrder;

    ChangeController(AmendOrder amendOrder, RejectOrder rejectOrder) {
        this.amendOrder = amendOrder;
        this.rejectOrder = rejectOrder;
    }

    @AnswersWith(value = 200, empty = 202)
    @PostMapping("/amendments")
    ResponseEntity<Object> amend(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String orderId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody AmendmentRequest request) {
        var wanted = new RebateAmended.Wanted(
                IdempotencyKey.of(idempotencyKey),
                orderId,
                request.amended(),
                request.reason().strip(),
                caller.subject());
        return answer(dryRun ? amendOrder.preview(wanted) : amendOrder.amend(wanted, Patience.of(prefer)));
    }

    @AnswersWith(value = 200, empty = 202)
    @PostMapping("/rejections")
    ResponseEntity<Object> reject(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String orderId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody RejectionRequest request) {
        var wanted = new RebateRejected.Wanted(
                IdempotencyKey.of(idempotencyKey),
                orderId,
                request.rejected(),
                request.reason().strip(),
                caller.subject());
        return answer(dryRun ? rejectOrder.preview(wanted) : rejectOrder.reject(wanted, Patience.of(prefer)));
    }

    private static ResponseEntity<Object> answer(ChangeAnswer answer) {
        return switch (answer) {
            case ChangeAnswer.Changed changed -> ResponseEntity.ok(ChangeResponse.of(changed));
            case ChangeAnswer.Would would -> ResponseEntity.ok(ChangePreview.of(would));
            case ChangeAnswer.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(URI.create("/ops/rebates/orders/" + accepted.orderId()))
                        .build();
            case ChangeAnswer.Unknown unknown -> throw UnknownOrder.refusal(unknown.orderId());
            case ChangeAnswer.OwnGoods own ->
                throw refusal(HttpStatus.CONFLICT, "own-goods", "no partner amends an order of our own goods");
            case ChangeAnswer.Closed closed ->
                throw refusal(
                        HttpStatus.CONFLICT,
                        "order-closed",
                        "state: " + closed.state() + " (expected: one in which something is left)");
            case ChangeAnswer.NoLine none ->
                throw refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-line",
                        "line: " + none.line() + " (expected: one of the order's " + none.lines() + ")");
            case ChangeAnswer.LineClosed closed ->
                throw refusal(
                        HttpStatus.CONFLICT,
                        "line-closed",
                        "line: " + closed.line() + " (expected: one of which something is left)");
            case ChangeAnswer.OtherCurrency other ->
                throw refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "other-currency",
                        "currency of line " + other.line() + ": " + other.currency() + " (expected: " + other.expected()
                                + ")");
        };
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }
}
