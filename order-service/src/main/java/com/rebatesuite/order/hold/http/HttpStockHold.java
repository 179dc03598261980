package com.rebatesuite.order.hold.http;

import com.rebatesuite.order.hold.HoldAnswer;
import com.rebatesuite.order.hold.StockHold;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.platform.client.ClientGuard;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks inventory-service over HTTP. Whatever goes wrong, a missing token included, is no answer: the events have it. */
@Component
class HttpStockHold implements StockHold {

    private static final Logger LOG = LoggerFactory.getLogger(HttpStockHold.class);

    private final RestClient inventory;
    private final ClientGuard guard;

    HttpStockHold(RestClient inventoryRestClient, ClientGuard holdGuard) {
        this.inventory = inventoryRestClient;
        this.guard = holdGuard;
    }

    @Override
    public Optional<HoldAnswer> ask(Order order) {
        try {
            return Optional.of(guard.call(question(order)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception outage) {
            LOG.info("No answer from inventory about order {}: {}", order.id(), outage.toString());
            return Optional.empty();
        }
    }

    private Callable<HoldAnswer> question(Order order) {
        return () -> {
            var response = inventory
                    .put()
                    .uri("/internal/reservations/{order}", order.id())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ReservationRequest.of(order))
                    .retrieve()
                    .body(ReservationResponse.class);
            if (response == null) {
                throw new UnexpectedAnswer("body: empty (expected: a reservation)");
            }
            return response.answer(order.id());
        };
    }
}
