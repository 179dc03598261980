package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.inventory.notification.Deliveries;
import com.rebatesuite.inventory.notification.Delivery;
import com.rebatesuite.inventory.notification.DeliveryStatus;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people were told, and what has not reached them. */
@RestController
@RequestMapping("/ops/stock")
class DeliveryController {

    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What channels were told of one alert, the oldest first. */
    @GetMapping("/alerts/{id}/deliveries")
    DeliveriesResponse ofAlert(@PathVariable UUID id) {
        return new DeliveriesResponse(
                deliveries.ofAlert(id).stream().map(DeliveryResponse::of).toList());
    }

    /** Everything of one status, the newest first. */
    @GetMapping("/alert-deliveries")
    Page<DeliveryResponse> deliveries(
            @RequestParam @Pattern(regexp = "pending|sent|failed|undeliverable|cancelled") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var found = deliveries.page(DeliveryStatus.of(status), IdCursor.read(cursor), pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(DeliveryResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    /** Lets a delivery that was given up be tried again. One that waits already goes on waiting. */
    @PostMapping("/alerts/{id}/deliveries/{delivery}/retry")
    ResponseEntity<DeliveryResponse> retry(
            IdempotentRequest idempotent, @PathVariable UUID id, @PathVariable UUID delivery) {
        return idempotent.answer(() -> ResponseEntity.ok(DeliveryResponse.of(retried(id, delivery))));
    }

    private Delivery retried(UUID alertId, UUID id) {
        var delivery = deliveries
                .retry(alertId, id, clock.instant())
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND, "unknown-delivery", "alert " + alertId + " has no delivery " + id)));
        if (delivery.status() != DeliveryStatus.PENDING) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.CONFLICT,
                    "delivery-not-retryable",
                    "status: " + delivery.status().wire() + " (expected: failed or undeliverable, of a channel that is"
                            + " still there)"));
        }
        return delivery;
    }

    /** Deliveries of one alert. */
    record DeliveriesResponse(List<DeliveryResponse> items) {}
}
