package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.web.LinesRequest.LineRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that have arrived. */
record ArrivalRequest(
        @Nullable @Size(max = 200) String note,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull LineRequest> lines) {

    Step step(String request, String actor, Instant at) {
        return new Step(request, Kind.RECEIVE, LinesRequest.units(lines), actor, null, note, at, false);
    }
}
