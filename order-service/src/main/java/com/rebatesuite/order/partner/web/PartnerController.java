package com.rebatesuite.order.partner.web;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.partner.PartnerOrder;
import com.rebatesuite.order.partner.PartnerReturn;
import com.rebatesuite.order.partner.StatedOrder;
import com.rebatesuite.order.partner.StatedReturn;
import com.rebatesuite.order.partner.TakeFeed;
import com.rebatesuite.order.returns.Return;
import com.rebatesuite.order.returns.Returns;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The partner feed: each partner sees and touches only what is its own. */
@RestController
@RequestMapping("/partners")
class PartnerController {

    private static final int MAX_BATCH = 200;

    private final FeedItems items;
    private final TakeFeed feed;
    private final Orders orders;
    private final Returns returns;

    PartnerController(FeedItems items, TakeFeed feed, Orders orders, Returns returns) {
        this.items = items;
        this.feed = feed;
        this.orders = orders;
        this.returns = returns;
    }

    @Operation(summary = "Takes over orders a partner has already taken; one result per order")
    @PostMapping("/orders")
    ResponseEntity<OrderResultsResponse> orders(
            @RequestBody PartnerOrdersRequest request, Caller caller, IdempotentRequest idempotent) {
        var stated = items.<PartnerOrder, StatedOrder>read(batch("orders", request.orders()), StatedOrder.class);
        return idempotent.answer(
                () -> ResponseEntity.ok(OrderResultsResponse.of(feed.takeOrders(caller.partner(), stated))));
    }

    @Operation(summary = "Takes over returns a partner has already taken in; one result per return")
    @PostMapping("/returns")
    ResponseEntity<ReturnResultsResponse> returns(
            @RequestBody PartnerReturnsRequest request, Caller caller, IdempotentRequest idempotent) {
        var stated = items.<PartnerReturn, StatedReturn>read(batch("returns", request.returns()), StatedReturn.class);
        return idempotent.answer(
                () -> ResponseEntity.ok(ReturnResultsResponse.of(feed.takeReturns(caller.partner(), stated))));
    }

    @Operation(summary = "Tells a partner how its orders are")
    @GetMapping("/orders")
    PartnerOrdersResponse orders(@RequestParam("external_number") List<String> externalNumbers, Caller caller) {
        var numbers = new TreeSet<>(batch("external_number", externalNumbers));
        var found = orders.findByExternalNumbers(caller.partner(), numbers);
        List<UUID> ids = found.stream().map(order -> order.id()).toList();
        var returnsOf = returns.ofOrders(ids).stream().collect(groupingBy(Return::orderId));
        return PartnerOrdersResponse.of(found, returnsOf);
    }

    private static <T> List<T> batch(String name, @Nullable List<T> items) {
        if (items == null || items.isEmpty() || items.size() > MAX_BATCH) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-batch-size",
                    name + ": " + (items == null ? 0 : items.size()) + " (expected: 1.." + MAX_BATCH + ")"));
        }
        return items;
    }

    /** A batch of orders as a partner states them. */
    record PartnerOrdersRequest(
            @ArraySchema(schema = @Schema(implementation = StatedOrder.class)) @Nullable List<JsonNode> orders) {}

    /** A batch of returns as a partner states them. */
    record PartnerReturnsRequest(
            @ArraySchema(schema = @Schema(implementation = StatedReturn.class)) @Nullable List<JsonNode> returns) {}
}
