package com.rebatesuite.inventory.reconciliation.http;

import com.rebatesuite.inventory.reconciliation.OrderSeen;
import com.rebatesuite.inventory.reconciliation.Orders;
import com.rebatesuite.inventory.reconciliation.OrdersUnavailable;
import com.rebatesuite.platform.client.ClientGuard;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks order-service over HTTP. Whatever goes wrong, a missing token included, is no answer. */
@Component
class HttpOrders implements Orders {

    private final RestClient orders;
    private final ClientGuard guard;

    HttpOrders(RestClient ordersRestClient, ClientGuard ordersGuard) {
        this.orders = ordersRestClient;
        this.guard = ordersGuard;
    }

    @Override
    public List<OrderSeen> of(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        var ids = new OrderAnswer.Ids(List.copyOf(orderIds));
        return ask(() -> seen(Objects.requireNonNull(orders.post()
                        .uri("/internal/orders/states")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ids)
                        .retrieve()
                        .body(OrderAnswer.States.class))
                .orders()));
    }

    @Override
    public OpenOrders open(@Nullable String cursor) {
        return ask(() -> {
            var page = Objects.requireNonNull(orders.get()
                    .uri(uri -> uri.path("/internal/orders/open")
                            .queryParam("page_size", MOST)
                            .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                            .build())
                    .retrieve()
                    .body(OrderAnswer.Open.class));
            return new OpenOrders(seen(page.items()), page.nextCursor());
        });
    }

    private <T> T ask(Callable<T> question) {
        try {
            return guard.call(question);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OrdersUnavailable("stopping", stopped);
        } catch (Exception outage) {
            throw new OrdersUnavailable(outage.toString(), outage);
        }
    }

    private static List<OrderSeen> seen(List<OrderAnswer> answers) {
        return answers.stream().map(OrderAnswer::seen).toList();
    }
}
