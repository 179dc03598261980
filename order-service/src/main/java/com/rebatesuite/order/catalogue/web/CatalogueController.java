package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.catalogue.Item;
import com.rebatesuite.order.catalogue.Items;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale, for shoppers. */
@RestController
@RequestMapping("/api/catalogue/items")
class CatalogueController {

    private static final int MAX_PAGE = 200;

    private final Items items;

    CatalogueController(Items items) {
        this.items = items;
    }

    @Operation(summary = "Lists what is for sale, by sku")
    @GetMapping
    Page<ItemResponse> list(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        var size = Math.clamp(pageSize, 1, MAX_PAGE);
        var after = Cursor.decode(cursor, 1).map(place -> place.part(0)).orElse(null);
        var found = items.page(category, after, size + 1);
        var page = found.stream().limit(size).map(ItemResponse::of).toList();
        var next = found.size() > size ? Cursor.of(page.getLast().sku()).encode() : null;
        return new Page<>(page, next);
    }

    @Operation(summary = "Shows an item; its ETag is what an operator's change has to match")
    @GetMapping("/{sku}")
    ResponseEntity<ItemResponse> one(@PathVariable String sku) {
        return items.find(sku)
                .map(CatalogueController::tagged)
                .orElseThrow(() -> Problems.refusal(
                        Problems.of(HttpStatus.NOT_FOUND, "unknown-sku", "the catalogue has no " + sku)));
    }

    private static ResponseEntity<ItemResponse> tagged(Item item) {
        return ResponseEntity.ok().eTag(ItemTag.of(item)).body(ItemResponse.of(item));
    }
}
