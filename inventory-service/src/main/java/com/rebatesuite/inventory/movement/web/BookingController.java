package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods come in, come back, and are corrected. */
@RestController
@RequestMapping("/ops/stock")
class BookingController {

    private final BookGoods bookGoods;

    BookingController(BookGoods bookGoods) {
        this.bookGoods = bookGoods;
    }

    @PostMapping("/receipts")
    ResponseEntity<BookedResponse> receive(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ReceiptRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookGoods.book(
                idempotent, request.command(BookGoods.cause("receipt", key, caller), caller.subject(), dryRun));
    }

    /** Customers, shops or carriers bring goods back; damaged ones are kept apart. */
    @PostMapping("/returns")
    ResponseEntity<BookedResponse> takeBack(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ReturnRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookGoods.book(
                idempotent, request.command(BookGoods.cause("goods-return", key, caller), caller.subject(), dryRun));
    }

    @PostMapping("/adjustments")
    ResponseEntity<BookedResponse> adjust(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody AdjustmentRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        if (request.delta() == 0) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", "delta: 0 (expected: a difference)"));
        }
        return bookGoods.book(
                idempotent, request.command(BookGoods.cause("adjustment", key, caller), caller.subject(), dryRun));
    }
}
