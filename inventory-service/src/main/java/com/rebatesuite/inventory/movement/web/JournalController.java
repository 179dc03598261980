package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Journal;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for operators. */
@RestController
@RequestMapping("/ops/stock")
class JournalController {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Journal journal;

    JournalController(Journal journal) {
        this.journal = journal;
    }

    /** A reference may have a comma in it: one parameter is one value. */
    @InitBinder
    void takeListsAsTheyAre(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** The levels of a product, now or as they were then. */
    @GetMapping("/{sku}")
    HistoryResponse at(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(required = false) @Nullable @Size(max = 32) String location,
            @RequestParam(required = false) @Nullable Instant at) {
        var levels = journal.at(sku, location, at == null ? LATEST : at);
        // Asked afterwards, so that a month which leaves meanwhile is noticed.
        var keptFrom = journal.keptFrom();
        if (at != null && at.isBefore(keptFrom)) {
            throw Problems.refusal(forgotten(at, keptFrom));
        }
        if (levels.isEmpty()) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.NOT_FOUND,
                    "unknown-sku",
                    "there " + (at == null ? "is" : "was") + " no stock of " + sku + where(location)));
        }
        return HistoryResponse.of(sku, at, levels);
    }

    /** Movements of one level, newest first. */
    @GetMapping("/{sku}/movements")
    Page<MovementResponse> movements(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(defaultValue = LevelKey.MAIN) @NotBlank @Size(max = 32) String location,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var found = journal.before(new LevelKey(sku, location), sequenceBefore(cursor), pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(MovementResponse::of).toList(), found.size() > pageSize ? cursorAfter(page) : null);
    }

    /** What happened for these references, added up by product and reason. */
    @GetMapping("/movements/sums")
    SumsResponse sums(
            @RequestParam("reference") @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 200) String> references) {
        return SumsResponse.of(journal.sums(references));
    }

    /** Compares levels with their journal and with what reservations hold. */
    @GetMapping("/verify")
    VerificationResponse verify(@RequestParam(required = false) @Nullable @Size(max = 64) String sku) {
        return VerificationResponse.of(journal.verify(sku));
    }

    private static ProblemDetail forgotten(Instant at, Instant keptFrom) {
        var problem = Problems.of(
                HttpStatus.GONE,
                "history-gone",
                "at: " + at + " (expected: " + keptFrom + " or later, so far it is kept)");
        problem.setProperty("kept_from", keptFrom);
        return problem;
    }

    private static String where(@Nullable String location) {
        return location == null ? "" : " at " + location;
    }

    private static long sequenceBefore(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(JournalController::sequence).orElse(Long.MAX_VALUE);
    }

    private static long sequence(Cursor decoded) {
        try {
            return Long.parseLong(decoded.part(0));
        } catch (NumberFormatException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }

    private static String cursorAfter(List<Movement> page) {
        return Cursor.of(Long.toString(page.getLast().after().sequence())).encode();
    }
}
