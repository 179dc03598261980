package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.view.Levels;
import com.rebatesuite.inventory.web.Form;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From where on a level is low, for operators. */
@RestController
@RequestMapping("/ops/stock/{sku}/thresholds")
class ThresholdsController {

    private final GroupCommit commit;
    private final Levels books;
    private final EventIds ids;

    ThresholdsController(GroupCommit commit, Levels books, EventIds ids) {
        this.commit = commit;
        this.books = books;
        this.ids = ids;
    }

    /** The thresholds of a level as they are. */
    @GetMapping
    ResponseEntity<ThresholdsResponse> thresholds(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(defaultValue = LevelKey.MAIN) @Pattern(regexp = Form.LOCATION) String location) {
        var key = new LevelKey(sku, location);
        return tagged(books.of(key)
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND, "unknown-sku", "there is no stock of " + sku + " at " + location))));
    }

    /** Sets them: the first ones without, others with the ETag of those they replace. */
    @PutMapping
    ResponseEntity<ThresholdsResponse> set(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(defaultValue = LevelKey.MAIN) @Pattern(regexp = Form.LOCATION) String location,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody ThresholdsRequest request,
            Caller caller) {
        var key = new LevelKey(sku, location);
        var expected = ifMatch == null ? Thresholds.NONE : ThresholdsTag.read(ifMatch);
        var cause = "thresholds/" + ids.next();
        return switch (commit.decide(request.command(key, expected, cause, caller.subject(), dryRun))) {
            case Outcome.Booked booked -> tagged(booked.movements().getFirst().after());
            case Outcome.JudgedOtherwise other ->
                throw Problems.refusal(Problems.of(
                        ifMatch == null ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.PRECONDITION_FAILED,
                        ifMatch == null ? "if-match-missing" : "stale-thresholds",
                        "If-Match: " + ifMatch + " (expected: "
                                + ThresholdsTag.of(other.level().thresholds()) + ")"));
            case Outcome other -> throw new IllegalStateException("unexpected: " + other);
        };
    }

    private static ResponseEntity<ThresholdsResponse> tagged(StockLevel level) {
        return ResponseEntity.ok().eTag(ThresholdsTag.of(level.thresholds())).body(ThresholdsResponse.of(level));
    }
}
