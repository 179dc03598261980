package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.web.Form;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goods that have come in. */
record ReceiptRequest(
        @NotNull @Size(max = 200) @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference,

        @Nullable @Pattern(regexp = Form.LOCATION) String location,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull LineRequest> lines) {

    StockCommand.Receive command(String cause, String actor, boolean dryRun) {
        var at = Objects.requireNonNullElse(location, LevelKey.MAIN);
        return new StockCommand.Receive(
                new Origin(cause, reference, actor),
                lines.stream().map(line -> line.at(at)).toList(),
                dryRun);
    }
}
