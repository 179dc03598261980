package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.catalogue.Item;
import com.rebatesuite.order.catalogue.Items;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale, for other services: many items at once, by their skus. */
@RestController
@RequestMapping("/internal/catalogue/items")
class CatalogueLookup {

    private static final int MOST = 200;

    private final Items items;

    CatalogueLookup(Items items) {
        this.items = items;
    }

    @Operation(summary = "Shows those of the items that the catalogue has, by sku; up to 200 at once")
    @GetMapping
    Found find(@RequestParam("sku") List<String> skus) {
        if (skus.size() > MOST) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "too-many-skus", "sku: " + skus.size() + " (expected: 1.." + MOST + ")"));
        }
        return new Found(items.bySku(new TreeSet<>(skus)).values().stream()
                .sorted(Comparator.comparing(Item::sku))
                .map(ItemResponse::of)
                .toList());
    }

    /** Those there are. */
    record Found(List<ItemResponse> items) {}
}
