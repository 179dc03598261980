package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods become unfit to be sold, are mended, or are gone. What is promised cannot: its hold has to end first. */
@RestController
@RequestMapping("/ops/stock")
class ConditionController {

    private final BookGoods bookGoods;

    ConditionController(BookGoods bookGoods) {
        this.bookGoods = bookGoods;
    }

    /** Good units are damaged from now on. */
    @PostMapping("/damages")
    ResponseEntity<BookedResponse> damage(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody DamageRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookGoods.book(
                idempotent, request.damage(BookGoods.cause("damage", key, caller), caller.subject(), dryRun));
    }

    /** Damaged units are good again. */
    @PostMapping("/repairs")
    ResponseEntity<BookedResponse> repair(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody DamageRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookGoods.book(
                idempotent, request.repair(BookGoods.cause("repair", key, caller), caller.subject(), dryRun));
    }

    /** Units, good or damaged, are gone. */
    @PostMapping("/write-offs")
    ResponseEntity<BookedResponse> writeOff(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody WriteOffRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookGoods.book(
                idempotent, request.command(BookGoods.cause("write-off", key, caller), caller.subject(), dryRun));
    }
}
