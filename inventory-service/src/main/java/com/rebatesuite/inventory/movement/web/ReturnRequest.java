package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.StockCommand.Move;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.web.Form;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goods that have come back, each line with its condition. */
record ReturnRequest(
        @NotNull @Size(max = 200) @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference,

        @Nullable @Pattern(regexp = Form.LOCATION) String location,
        @Nullable @Size(max = 200) String note,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull ConditionLineRequest> lines) {

    Move command(String cause, String actor, boolean dryRun) {
        var at = Objects.requireNonNullElse(location, LevelKey.MAIN);
        return new Move(
                new Origin(cause, reference, actor, note),
                Reason.RESTOCK,
                ConditionLineRequest.deltas(lines, at, 1),
                dryRun);
    }
}
