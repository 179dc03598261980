package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.web.Form;
import com.rebatesuite.inventory.web.OperatorBookings;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Thresholds of many levels, as a planning system sends them: each item stands for itself. */
@RestController
@RequestMapping("/ops/stock/thresholds")
class ManyThresholdsController {

    private final GroupCommit commit;
    private final OperatorBookings bookings;

    ManyThresholdsController(GroupCommit commit, OperatorBookings bookings) {
        this.commit = commit;
        this.bookings = bookings;
    }

    /** Sets them; an item with {@code if_match} only if the present ones have that ETag. */
    @PostMapping
    ResponseEntity<ManyThresholdsResponse> set(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody ManyThresholdsRequest request,
            Caller caller) {
        var commands = request.commands("thresholds/" + caller.subject() + "/" + key, caller.subject(), dryRun);
        return bookings.inTurn(
                () -> idempotent.answer(() -> ResponseEntity.ok(answer(request, commit.decideAll(commands)))));
    }

    private static ManyThresholdsResponse answer(ManyThresholdsRequest request, List<Outcome> outcomes) {
        return new ManyThresholdsResponse(IntStream.range(0, outcomes.size())
                .mapToObj(index -> ThresholdsItemResponse.of(request.items().get(index), outcomes.get(index)))
                .toList());
    }

    /** Up to a thousand levels. */
    record ManyThresholdsRequest(@NotEmpty @Size(max = 1000) List<@Valid ThresholdsItemRequest> items) {

        /** Each has its own cause: a level that is named twice is set twice. */
        List<StockCommand.Judge> commands(String cause, String actor, boolean dryRun) {
            return IntStream.range(0, items.size())
                    .mapToObj(index -> items.get(index).command(cause + "/" + index, actor, dryRun))
                    .toList();
        }
    }

    /** The thresholds of one level. */
    record ThresholdsItemRequest(
            @NotBlank @Size(max = 64) String sku,

            @Nullable @Pattern(regexp = Form.LOCATION) String location,

            @NotNull @Valid ThresholdsRequest thresholds,
            @Nullable String ifMatch) {

        LevelKey key() {
            return new LevelKey(sku, Objects.requireNonNullElse(location, LevelKey.MAIN));
        }

        StockCommand.Judge command(String cause, String actor, boolean dryRun) {
            var expected = ifMatch == null ? null : ThresholdsTag.read(ifMatch);
            return thresholds.command(key(), expected, cause, actor, dryRun);
        }
    }

    /** What became of each item, in their order. */
    record ManyThresholdsResponse(List<ThresholdsItemResponse> results) {}

    /** {@code set}, or {@code stale} with the ETag that it should have been. */
    record ThresholdsItemResponse(String sku, String location, String status, String etag, String supply) {

        static ThresholdsItemResponse of(ThresholdsItemRequest item, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Booked booked ->
                    of("set", booked.movements().getFirst().after());
                case Outcome.JudgedOtherwise other -> of("stale", other.level());
                case Outcome other -> throw new IllegalStateException(item.sku() + ": unexpected: " + other);
            };
        }

        private static ThresholdsItemResponse of(String status, StockLevel level) {
            return new ThresholdsItemResponse(
                    level.key().sku(),
                    level.key().location(),
                    status,
                    ThresholdsTag.of(level.thresholds()),
                    level.supply().wire());
        }
    }
}
