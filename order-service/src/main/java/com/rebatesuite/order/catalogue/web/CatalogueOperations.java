package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.catalogue.ImportItems;
import com.rebatesuite.order.catalogue.Item;
import com.rebatesuite.order.catalogue.Items;
import com.rebatesuite.order.catalogue.StatedItem;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators do to the catalogue: nobody overwrites what somebody else has just changed. */
@RestController
@RequestMapping("/ops/catalogue")
class CatalogueOperations {

    private static final int MAX_SKU = 64;

    private final Items items;
    private final ImportItems importItems;

    CatalogueOperations(Items items, ImportItems importItems) {
        this.items = items;
        this.importItems = importItems;
    }

    @Operation(summary = "Creates an item, or replaces it with If-Match")
    @AnswersWith({200, 201})
    @PutMapping("/items/{sku}")
    ResponseEntity<ItemResponse> put(
            @PathVariable String sku,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Valid @RequestBody ItemRequest request) {
        if (sku.isBlank() || sku.length() > MAX_SKU) {
            throw refusal(HttpStatus.BAD_REQUEST, "bad-sku", "sku: (expected: 1.." + MAX_SKU + " characters)");
        }
        return ifMatch == null ? create(request.item(sku, 1), ifNoneMatch) : replace(request, sku, ifMatch);
    }

    private ResponseEntity<ItemResponse> create(Item item, @Nullable String ifNoneMatch) {
        return items.create(item)
                .map(created -> tagged(HttpStatus.CREATED, created))
                .orElseThrow(() -> ifNoneMatch == null
                        ? refusal(
                                HttpStatus.PRECONDITION_REQUIRED,
                                "if-match-missing",
                                "If-Match: none (expected: the ETag of " + item.sku() + ")")
                        : refusal(HttpStatus.PRECONDITION_FAILED, "item-exists", item.sku() + " is in the catalogue"));
    }

    private ResponseEntity<ItemResponse> replace(ItemRequest request, String sku, String ifMatch) {
        return items.replace(request.item(sku, ItemTag.version(ifMatch)))
                .map(replaced -> tagged(HttpStatus.OK, replaced))
                .orElseThrow(() -> refusal(
                        HttpStatus.PRECONDITION_FAILED,
                        "item-changed",
                        "If-Match: " + ifMatch + " (expected: the present ETag of " + sku + ")"));
    }

    @Operation(summary = "Creates or replaces many items; one result per item")
    @PostMapping("/imports")
    ResponseEntity<ImportResponse> imports(@Valid @RequestBody ImportRequest request, IdempotentRequest idempotent) {
        return idempotent.answer(() -> ResponseEntity.ok(new ImportResponse(importItems.take(request.items()))));
    }

    /** Up to a thousand items. */
    record ImportRequest(@NotNull @Size(min = 1, max = 1000) List<@NotNull StatedItem> items) {}

    /** What became of each of them, in their order. */
    record ImportResponse(List<ImportItems.Result> results) {}

    @ExceptionHandler
    ProblemDetail badItem(IllegalArgumentException bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, "bad-item", String.valueOf(bad.getMessage()));
    }

    private static ResponseEntity<ItemResponse> tagged(HttpStatus status, Item item) {
        return ResponseEntity.status(status).eTag(ItemTag.of(item)).body(ItemResponse.of(item));
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }
}
