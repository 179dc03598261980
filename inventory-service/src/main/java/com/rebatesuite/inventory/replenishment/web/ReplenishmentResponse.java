package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.Inputs;
import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Replenishment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replenishment.
 *
 * @param pending units that have come and are being booked
 * @param inputs the numbers a rule's proposal was made from
 * @param formula how the quantity follows from them
 * @param actor who took the last step
 * @param receipts what has come so far; in lists it is left out
 */
record ReplenishmentResponse(
        UUID replenishmentId,
        @Nullable String ruleId,
        String sku,
        String location,
        String supplier,
        String status,
        long proposedQuantity,
        long quantity,
        long received,
        long pending,
        @Nullable String supplierReference,
        @Nullable Instant expectedAt,
        @Nullable Inputs inputs,
        List<String> formula,
        String actor,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        int sequence,
        @Nullable List<ReceiptResponse> receipts) {

    static ReplenishmentResponse of(Replenishment replenishment) {
        return of(replenishment, null);
    }

    static ReplenishmentResponse of(Replenishment replenishment, @Nullable List<Receipt> receipts) {
        var units = replenishment.units();
        var order = replenishment.order();
        var last = replenishment.last();
        return new ReplenishmentResponse(
                replenishment.id(),
                replenishment.grounds().ruleId(),
                replenishment.key().sku(),
                replenishment.key().location(),
                replenishment.supplier(),
                replenishment.status().wire(),
                units.proposed(),
                units.wanted(),
                units.received(),
                units.pending(),
                order == null ? null : order.reference(),
                order == null ? null : order.expectedAt(),
                replenishment.grounds().inputs(),
                replenishment.grounds().formula(),
                last.actor(),
                last.reason(),
                replenishment.createdAt(),
                last.at(),
                replenishment.sequence(),
                receipts == null
                        ? null
                        : receipts.stream().map(ReceiptResponse::of).toList());
    }

    /** Goods that have come; without {@code booked_at} they are being booked. */
    record ReceiptResponse(
            UUID receiptId,
            long quantity,
            String cause,
            String actor,
            @Nullable String deliveryNote,
            Instant notedAt,
            @Nullable Instant bookedAt) {

        static ReceiptResponse of(Receipt receipt) {
            return new ReceiptResponse(
                    receipt.id(),
                    receipt.quantity(),
                    receipt.cause(),
                    receipt.act().actor(),
                    receipt.act().reason(),
                    receipt.act().at(),
                    receipt.bookedAt());
        }
    }
}
