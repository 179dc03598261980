package com.rebatesuite.rebate.quote.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.rebatesuite.platform.client.ClientGuard;
import com.rebatesuite.rebate.quote.Catalogue;
import com.rebatesuite.rebate.quote.CatalogueItem;
import com.rebatesuite.rebate.quote.CatalogueUnavailable;
import com.rebatesuite.rebate.quote.http.ItemsAnswer.ItemAnswer;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks order-service over HTTP. Whatever goes wrong, a missing token included, is no answer. */
@Component
class HttpCatalogue implements Catalogue {

    private final RestClient orders;
    private final ClientGuard guard;

    HttpCatalogue(RestClient catalogueRestClient, ClientGuard catalogueGuard) {
        this.orders = catalogueRestClient;
        this.guard = catalogueGuard;
    }

    @Override
    public Map<String, CatalogueItem> find(Set<String> skus) {
        try {
            return guard.call(() -> ask(skus));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CatalogueUnavailable("stopping", stopped);
        } catch (Exception outage) {
            throw new CatalogueUnavailable(outage.toString(), outage);
        }
    }

    private Map<String, CatalogueItem> ask(Set<String> skus) {
        var answer = requireNonNull(
                orders.get()
                        // As values and not as text: a sku may hold what means something in an address.
                        .uri(uri -> uri.path("/internal/catalogue/items")
                                .queryParam("sku", Collections.nCopies(skus.size(), "{sku}"))
                                .build(skus.toArray()))
                        .retrieve()
                        .body(ItemsAnswer.class),
                "body: empty (expected: items)");
        return answer.items().stream().map(ItemAnswer::item).collect(toMap(CatalogueItem::sku, Function.identity()));
    }
}
