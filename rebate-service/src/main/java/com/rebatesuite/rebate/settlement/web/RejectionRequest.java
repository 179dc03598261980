package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.rebate.reason.Reason;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines earn nothing, all of them if none is named, and why. */
record RejectionRequest(
        @Nullable @Size(min = 1, max = 1000) List<@NotNull @Min(1) Integer> lines,
        @Reason String reason) {

    /** Each once, in order. */
    @Nullable List<Integer> rejected() {
        return lines == null ? null : lines.stream().distinct().sorted().toList();
    }
}
