package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lists of orders in pages, newest first: ids are UUIDv7, so the order of ids is the order of time. */
@Component
class OrderPages {

    private static final int MAX_PAGE = 200;

    private final Orders orders;

    OrderPages(Orders orders) {
        this.orders = orders;
    }

    Page<OrderResponse> page(
            @Nullable String userId, @Nullable OrderState state, @Nullable String cursor, int pageSize) {
        var size = Math.clamp(pageSize, 1, MAX_PAGE);
        var found = orders.page(userId, state, after(cursor), size + 1);
        var page = found.stream().limit(size).map(OrderResponse::of).toList();
        var next = found.size() > size
                ? Cursor.of(page.getLast().orderId().toString()).encode()
                : null;
        return new Page<>(page, next);
    }

    /** The order at which an earlier page ended. */
    static @Nullable UUID after(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(place -> id(place.part(0))).orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: (expected: one of an earlier page)"));
        }
    }
}
