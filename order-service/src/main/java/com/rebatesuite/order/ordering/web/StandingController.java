package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.Standing;
import com.rebatesuite.order.ordering.Standings;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How orders stand, for other services. It is a question, so it needs no key even where it is a POST. */
@RestController
@RequestMapping("/internal/orders")
class StandingController {

    private static final int MOST = 500;

    private final Standings standings;

    StandingController(Standings standings) {
        this.standings = standings;
    }

    @Operation(summary = "Tells how these orders stand, and which of them do not exist")
    @PostMapping("/states")
    StatesResponse states(@Valid @RequestBody StatesRequest request) {
        var asked = new TreeSet<>(request.ids());
        var found = standings.of(asked);
        found.stream().map(Standing::orderId).forEach(asked::remove);
        return new StatesResponse(found.stream().map(StandingResponse::of).toList(), List.copyOf(asked));
    }

    @Operation(summary = "Lists orders from confirmed to delivered, oldest first")
    @GetMapping("/open")
    Page<StandingResponse> open(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "200") @Min(1) @Max(MOST) int pageSize) {
        var found = standings.open(OrderPages.after(cursor), pageSize + 1);
        var page = found.stream().limit(pageSize).map(StandingResponse::of).toList();
        return new Page<>(page, found.size() > pageSize ? cursorAfter(page) : null);
    }

    private static String cursorAfter(List<StandingResponse> page) {
        return Cursor.of(page.getLast().orderId().toString()).encode();
    }

    /** Which orders. */
    record StatesRequest(@NotEmpty @Size(max = MOST) List<@NotNull UUID> ids) {}

    /** The orders that exist, and the ids that are none. */
    record StatesResponse(List<StandingResponse> orders, List<UUID> unknown) {}
}
