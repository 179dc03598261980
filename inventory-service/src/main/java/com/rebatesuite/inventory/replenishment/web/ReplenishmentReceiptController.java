package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.BookReceipts;
import com.rebatesuite.inventory.replenishment.NoteReceipts;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.web.Requests.ReceiveRequest;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods that come for a replenishment. */
@RestController
@RequestMapping("/ops/stock/replenishments/{id}/receipts")
class ReplenishmentReceiptController {

    private final NoteReceipts notes;
    private final BookReceipts book;
    private final EventIds ids;

    ReplenishmentReceiptController(NoteReceipts notes, BookReceipts book, EventIds ids) {
        this.notes = notes;
        this.book = book;
        this.ids = ids;
    }

    @Operation(
            summary = "Takes goods into the stock; 200 when they are booked, 202 when they will be",
            description =
                    "At most 10 % more than was ordered may come, unless replenishment.over-receipt-percent says otherwise.")
    @AnswersWith({200, 202})
    @PostMapping
    ResponseEntity<ReplenishmentResponse> receive(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @Valid @RequestBody ReceiveRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        var receiptId = ids.next();
        var noted = idempotent.answer(() -> answer(
                dryRun ? HttpStatus.OK : HttpStatus.ACCEPTED,
                Refusals.orElseThrow(
                        notes.note(receiptId, id, request.quantity(), caller.subject(), request.deliveryNote()))));
        if (dryRun || idempotent.replayed()) {
            return noted;
        }
        // The goods are noted from here on: if we die before they are booked, the sweeper books them.
        return book.book(receiptId)
                .map(booked -> idempotent.amend(answer(HttpStatus.OK, booked)))
                .orElse(noted);
    }

    private static ResponseEntity<ReplenishmentResponse> answer(HttpStatus status, Replenishment replenishment) {
        return ResponseEntity.status(status).body(ReplenishmentResponse.of(replenishment));
    }
}
