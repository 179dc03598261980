package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.MoveOrder;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All orders, for operators. */
@RestController
@RequestMapping("/ops/orders")
class OrderOperations {

    private final MoveOrder moveOrder;
    private final Orders orders;
    private final OrderPages pages;

    OrderOperations(MoveOrder moveOrder, Orders orders, OrderPages pages) {
        this.moveOrder = moveOrder;
        this.orders = orders;
        this.pages = pages;
    }

    @Operation(summary = "Lists orders, of one state if asked for, newest first")
    @GetMapping
    Page<OrderResponse> list(
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return pages.page(userId, state, cursor, pageSize);
    }

    @Operation(summary = "Shows an order")
    @GetMapping("/{id}")
    OrderResponse one(@PathVariable UUID id) {
        return orders.find(id).map(OrderResponse::of).orElseThrow(() -> new UnknownOrder(id));
    }

    @Operation(summary = "Says that the goods have left the house")
    @PostMapping("/{id}/ship")
    ResponseEntity<OrderResponse> ship(@PathVariable UUID id, IdempotentRequest idempotent) {
        return idempotent.answer(() -> OrderAnswers.of(moveOrder.ship(id)));
    }

    @Operation(summary = "Says that the goods have arrived: the return window opens")
    @PostMapping("/{id}/deliver")
    ResponseEntity<OrderResponse> deliver(@PathVariable UUID id, IdempotentRequest idempotent) {
        return idempotent.answer(() -> OrderAnswers.of(moveOrder.deliver(id)));
    }

    @ExceptionHandler
    ProblemDetail unknownOrder(UnknownOrder unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-order", String.valueOf(unknown.getMessage()));
    }
}
