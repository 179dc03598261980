package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.rebate.reason.Reason;
import com.rebatesuite.rebate.settlement.RebateAmended.AmendedLine;
import com.rebatesuite.rebate.view.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/** What lines are worth from now on, and why. */
record AmendmentRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Line> lines,
        @Reason String reason) {

    @AssertTrue(message = "lines must be different ones") boolean isEachLineOnce() {
        return lines == null
                || lines.stream()
                                .filter(Objects::nonNull)
                                .map(Line::line)
                                .distinct()
                                .count()
                        == lines.stream().filter(Objects::nonNull).count();
    }

    List<AmendedLine> amended() {
        return lines.stream()
                .map(line -> new AmendedLine(line.line(), line.base().money()))
                .toList();
    }

    record Line(
            @NotNull @Min(1) Integer line, @NotNull @Valid Base base) {}

    record Base(
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "an ISO 4217 currency") String currency,

            @NotNull @Min(0) @Max(1_000_000_000_000L) Long minor) {

        MoneyView money() {
            return new MoneyView(currency, minor);
        }
    }
}
