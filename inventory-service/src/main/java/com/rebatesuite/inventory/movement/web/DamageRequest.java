package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.StockCommand.Move;
import com.rebatesuite.inventory.level.Deltas;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Units that change their condition. */
record DamageRequest(
        @NotNull @Size(max = 200) @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference,

        @Nullable @Pattern(regexp = Form.LOCATION) String location,
        @Nullable @Size(max = 200) String note,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull LineRequest> lines) {

    Move damage(String cause, String actor, boolean dryRun) {
        return move(new Origin(cause, reference, actor, note), 1, dryRun);
    }

    Move repair(String cause, String actor, boolean dryRun) {
        return move(new Origin(cause, reference, actor, note), -1, dryRun);
    }

    private Move move(Origin origin, int sign, boolean dryRun) {
        var at = Objects.requireNonNullElse(location, LevelKey.MAIN);
        var deltas = new TreeMap<LevelKey, Deltas>();
        lines.forEach(line ->
                deltas.merge(new LevelKey(line.sku(), at), new Deltas(0, 0, sign * line.quantity()), Deltas::plus));
        return new Move(origin, Reason.DAMAGE, deltas, dryRun);
    }
}
