package com.rebatesuite.rebate.view.web;

import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import java.util.List;
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
    private final EntryPages entryPages;

    OperatorController(Views views, EntryPages entryPages) {
        this.views = views;
        this.entryPages = entryPages;
    }

    @GetMapping("/users/{userId}/balance")
    AccountView balance(@PathVariable String userId) {
        return views.account(userId);
    }

    @GetMapping("/users/{userId}/entries")
    Page<EntryResponse> entries(
            @PathVariable String userId,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return entryPages.page(userId, cursor, pageSize);
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
