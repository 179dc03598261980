package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.SupplierOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What operators ask of replenishments. */
final class Requests {

    private static final long MOST = 1_000_000_000;

    private Requests() {}

    /** Propose without a rule. */
    record AskRequest(
            @NotBlank @Size(max = 64) @Pattern(regexp = RuleRequest.TEXT) String sku,

            @Nullable @Pattern(regexp = RuleRequest.LOCATION) String location,

            @NotNull @Min(1) @Max(MOST) Long quantity,

            @NotBlank @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String supplier,

            @Nullable @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String reason) {

        LevelKey key() {
            return new LevelKey(sku, Objects.requireNonNullElse(location, LevelKey.MAIN));
        }
    }

    /** Allow it to be ordered; another quantity needs a reason. */
    record ApproveRequest(
            @Nullable @Min(1) @Max(MOST) Long quantity,

            @Nullable @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String reason) {

        static final ApproveRequest AS_IT_IS = new ApproveRequest(null, null);

        boolean isUnexplained() {
            return quantity != null && (reason == null || reason.isBlank());
        }
    }

    /** The supplier has been told. */
    record OrderRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String supplierReference,

            @Nullable Instant expectedAt,

            @Nullable @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String reason) {

        SupplierOrder order() {
            return new SupplierOrder(supplierReference, expectedAt);
        }
    }

    /** Goods have come. */
    record ReceiveRequest(
            @NotNull @Min(1) @Max(MOST) Long quantity,

            @Nullable @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String deliveryNote) {}

    /** What has not come is given up. */
    record CancelRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = RuleRequest.TEXT) String reason) {}
}
