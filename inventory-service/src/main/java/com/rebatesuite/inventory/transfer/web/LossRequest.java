package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.movement.ReasonCode;
import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.web.LinesRequest.LineRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that will not arrive, and why; all the rest when none are named. */
record LossRequest(
        @NotNull @Pattern(regexp = ReasonCode.ANY_LOSS) String reason,
        @Nullable @Size(max = 200) String note,
        @Nullable @Size(min = 1, max = 1000) List<@Valid @NotNull LineRequest> lines) {

    Step step(String request, String actor, Instant at) {
        var units = LinesRequest.units(lines == null ? List.of() : lines);
        return new Step(request, Kind.LOSE, units, actor, ReasonCode.of(reason), note, at, false);
    }
}
