package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.rebate.payout.ResultLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bank says, as JSON. */
record ResultsRequest(
        @NotNull @Size(min = 1, max = ResultsFile.MOST_LINES) List<Result> results) {

    /** {@code paid} with a reference, or {@code failed} with a reason. */
    record Result(
            @Nullable String withdrawalId,
            @Nullable String result,
            @Nullable String detail) {}

    List<ResultLine> lines() {
        var lines = new ArrayList<ResultLine>();
        for (var result : results) {
            lines.add(ResultLine.of(lines.size() + 1, result.withdrawalId(), result.result(), result.detail()));
        }
        return lines;
    }
}
