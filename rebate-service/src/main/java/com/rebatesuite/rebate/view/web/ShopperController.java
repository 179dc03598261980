package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers read: only their own. */
@RestController
@RequestMapping("/api/rebates")
class ShopperController {

    private final Views views;
    private final AccountPages pages;

    ShopperController(Views views, AccountPages pages) {
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/balance")
    AccountView balance(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(name = "at", required = false) @Nullable Instant at) {
        return pages.balance(caller.subject(), at);
    }

    @GetMapping("/entries")
    Page<EntryResponse> entries(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to,
            @RequestParam(name = "at", required = false) @Nullable Instant at,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return pages.entries(caller.subject(), pages.period(from, to), at, cursor, pageSize);
    }

    @GetMapping("/statement")
    StatementResponse statement(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to) {
        return pages.statement(caller.subject(), Objects.requireNonNullElseGet(pages.period(from, to), pages::always));
    }

    @GetMapping("/orders/{orderId}")
    OrderResponse order(@Parameter(hidden = true) Caller caller, @PathVariable String orderId) {
        return views.explain(orderId)
                .filter(explained -> explained.order().userId().equals(caller.subject()))
                .map(OrderResponse::of)
                .orElseThrow(() -> Problems.refusal(notFound(orderId)));
    }

    static ProblemDetail notFound(String orderId) {
        return Problems.of(HttpStatus.NOT_FOUND, "rebate-not-found", "no rebate is known for order " + orderId);
    }
}
