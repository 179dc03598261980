package com.rebatesuite.inventory.replenishment.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.rebatesuite.inventory.replenishment.Inputs;
import com.rebatesuite.inventory.replenishment.Receipt;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.SupplierOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said in the events of the topic replenishments: what they all say, and what each says besides. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ReplenishmentMessage {

    static ReplenishmentMessage proposed(Replenishment replenishment) {
        var grounds = replenishment.grounds();
        return new Proposed(Common.of(replenishment), grounds.inputs(), grounds.formula());
    }

    static ReplenishmentMessage approved(Replenishment replenishment) {
        return new Approved(Common.of(replenishment), replenishment.units().proposed());
    }

    static ReplenishmentMessage ordered(Replenishment replenishment) {
        var order = Objects.requireNonNull(replenishment.order(), "order");
        return Ordered.of(Common.of(replenishment), order);
    }

    static ReplenishmentMessage received(Replenishment replenishment, Receipt receipt) {
        return new Received(
                Common.of(replenishment),
                receipt.quantity(),
                receipt.cause(),
                replenishment.status().wire());
    }

    static ReplenishmentMessage cancelled(Replenishment replenishment) {
        return new Cancelled(Common.of(replenishment), replenishment.units().missing());
    }

    /** In replenishment-proposed.v1. */
    record Proposed(@JsonUnwrapped Common common, @Nullable Inputs inputs, List<String> formula)
            implements ReplenishmentMessage {}

    /** In replenishment-approved.v1. */
    record Approved(@JsonUnwrapped Common common, long proposedQuantity) implements ReplenishmentMessage {}

    /** In replenishment-ordered.v1. */
    record Ordered(
            @JsonUnwrapped Common common,
            String supplierReference,
            @Nullable Instant expectedAt) implements ReplenishmentMessage {

        static Ordered of(Common common, SupplierOrder order) {
            return new Ordered(common, order.reference(), order.expectedAt());
        }
    }

    /** In replenishment-received.v1. */
    record Received(@JsonUnwrapped Common common, long units, String receipt, String status)
            implements ReplenishmentMessage {}

    /** In replenishment-cancelled.v1. */
    record Cancelled(@JsonUnwrapped Common common, long cancelled) implements ReplenishmentMessage {}

    /** In all of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Common(
            UUID replenishmentId,
            int sequence,
            @Nullable String ruleId,
            String sku,
            String location,
            String supplier,
            long quantity,
            long received,
            String actor,
            @Nullable String reason,
            Instant occurredAt) {

        static Common of(Replenishment replenishment) {
            return new Common(
                    replenishment.id(),
                    replenishment.sequence(),
                    replenishment.grounds().ruleId(),
                    replenishment.key().sku(),
                    replenishment.key().location(),
                    replenishment.supplier(),
                    replenishment.units().wanted(),
                    replenishment.units().received(),
                    replenishment.last().actor(),
                    replenishment.last().reason(),
                    replenishment.last().at());
        }
    }
}
