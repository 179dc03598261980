package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators read: everybody's. */
@RestController
@RequestMapping("/ops/rebates")
class OperatorController {

    private static final int MOST_ORDERS = 200;

    private final Views views;
    private final AccountPages pages;

    OperatorController(Views views, AccountPages pages) {
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/users/{userId}/balance")
    AccountView balance(
            @PathVariable String userId, @RequestParam(name = "at", required = false) @Nullable Instant at) {
        return pages.balance(userId, at);
    }

    @GetMapping("/users/{userId}/entries")
    Page<EntryResponse> entries(
            @PathVariable String userId,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to,
            @RequestParam(name = "at", required = false) @Nullable Instant at,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return pages.entries(userId, pages.period(from, to), at, cursor, pageSize);
    }

    @GetMapping("/users/{userId}/statement")
    StatementResponse statement(
            @PathVariable String userId,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to) {
        return pages.statement(userId, Objects.requireNonNullElseGet(pages.period(from, to), pages::always));
    }

    @GetMapping("/orders/{orderId}")
    OrderResponse order(@PathVariable String orderId) {
        return views.explain(orderId)
                .map(OrderResponse::of)
                .orElseThrow(() -> Problems.refusal(ShopperController.notFound(orderId)));
    }

    @GetMapping("/orders")
    OrdersResponse orders(@RequestParam("order_id") List<String> orderIds) {
        if (orderIds.size() > MOST_ORDERS) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "too-many-orders",
                    "order_id: " + orderIds.size() + " (expected: 1.." + MOST_ORDERS + ")"));
        }
        return new OrdersResponse(
                views.orders(orderIds).stream().map(OrderResponse::of).toList());
    }
}
