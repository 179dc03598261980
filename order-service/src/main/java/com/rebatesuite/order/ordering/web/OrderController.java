package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.hold.HoldGoods;
import com.rebatesuite.order.ordering.MixedCurrencies;
import com.rebatesuite.order.ordering.MoveOrder;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.PlaceOrder;
import com.rebatesuite.order.ordering.QuotesTooLong;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.ordering.UnknownSkus;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shopper's own orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final PlaceOrder placeOrder;
    private final HoldGoods holdGoods;
    private final MoveOrder moveOrder;
    private final Orders orders;
    private final OrderPages pages;

    OrderController(PlaceOrder placeOrder, HoldGoods holdGoods, MoveOrder moveOrder, Orders orders, OrderPages pages) {
        this.placeOrder = placeOrder;
        this.holdGoods = holdGoods;
        this.moveOrder = moveOrder;
        this.orders = orders;
        this.pages = pages;
    }

    @Operation(
            summary = "Orders; 201 when inventory has answered, 202 when it will do so later",
            description = "With dry_run=true the order is only checked and priced.")
    @AnswersWith({200, 201, 202})
    @PostMapping
    ResponseEntity<OrderResponse> place(
            @Valid @RequestBody PlaceOrderRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller,
            IdempotentRequest idempotent) {
        var placed = new AtomicReference<@Nullable Order>();
        var accepted = idempotent.answer(() -> {
            var order = placeOrder.place(caller.subject(), request.wanted());
            placed.set(order);
            return dryRun ? ResponseEntity.ok(OrderResponse.of(order)) : answer(order);
        });
        var order = placed.get();
        if (order == null || dryRun) {
            return accepted;
        }
        // The order is safe from here on: if we die before inventory answers, its events bring the order on.
        var held = holdGoods.hold(order);
        return held.state() == OrderState.PLACED ? accepted : idempotent.amend(answer(held));
    }

    private static ResponseEntity<OrderResponse> answer(Order order) {
        return ResponseEntity.status(order.state() == OrderState.PLACED ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .location(URI.create("/api/orders/" + order.id()))
                .body(OrderResponse.of(order));
    }

    @Operation(summary = "Lists the shopper's orders, newest first")
    @GetMapping
    Page<OrderResponse> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Caller caller) {
        return pages.page(caller.subject(), null, cursor, pageSize);
    }

    @Operation(summary = "Shows one of the shopper's orders")
    @GetMapping("/{id}")
    OrderResponse one(@PathVariable UUID id, Caller caller) {
        return orders.find(id)
                .filter(order -> order.userId().equals(caller.subject()))
                .map(OrderResponse::of)
                .orElseThrow(() -> new UnknownOrder(id));
    }

    @Operation(summary = "Cancels an order that has not been shipped")
    @PostMapping("/{id}/cancel")
    ResponseEntity<OrderResponse> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CancelRequest request,
            Caller caller,
            IdempotentRequest idempotent) {
        var reason = request == null ? "cancelled by the shopper" : request.reason();
        return idempotent.answer(() -> OrderAnswers.of(moveOrder.cancel(id, caller.subject(), reason)));
    }

    /** Why. */
    record CancelRequest(@NotBlank @Size(max = 500) String reason) {}

    @ExceptionHandler
    ProblemDetail unknownOrder(UnknownOrder unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-order", String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknownSkus(UnknownSkus unknown) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-sku", String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail mixedCurrencies(MixedCurrencies mixed) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "mixed-currencies", String.valueOf(mixed.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail quotesTooLong(QuotesTooLong quotes) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "quotes-too-long", String.valueOf(quotes.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooMuch(ArithmeticException tooMuch) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "bad-amount", "the total is too large to be counted");
    }
}
