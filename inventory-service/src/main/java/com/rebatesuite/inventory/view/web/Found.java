package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.view.ClosedPlaces;
import com.rebatesuite.inventory.view.ReadLevels;
import com.rebatesuite.inventory.view.SkuLevels;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** Products that were asked for, at all their places; whoever asks decides what is shown of them. */
record Found(List<SkuLevels> products, List<String> unknown) {

    static Found of(ReadLevels levels, ClosedPlaces closed, Collection<String> skus) {
        var asked = skus.stream().distinct().toList();
        var known = levels.ofSkus(asked);
        return new Found(
                asked.stream()
                        .filter(known::containsKey)
                        .map(sku -> SkuLevels.of(sku, known.getOrDefault(sku, List.of()), closed))
                        .toList(),
                asked.stream().filter(sku -> !known.containsKey(sku)).toList());
    }

    static Found one(ReadLevels levels, ClosedPlaces closed, String sku) {
        return of(levels, closed, List.of(sku));
    }

    <T> ResponseEntity<T> answer(Function<SkuLevels, T> form) {
        if (products.isEmpty()) {
            throw Answers.unknownSku("there is no stock of " + unknown.getFirst());
        }
        return Answers.named(etag(), form.apply(products.getFirst()));
    }

    <T> ResponseEntity<ProductsResponse<T>> answers(Function<SkuLevels, T> form) {
        return Answers.named(
                etag(), new ProductsResponse<>(products.stream().map(form).toList(), unknown));
    }

    /** The sums have a part in it: they change as well when a place is closed. */
    private String etag() {
        var levels = products.stream().flatMap(product -> product.levels().stream());
        var sums = products.stream().map(product -> Long.toString(product.available()));
        return Answers.etag(
                levels.toList(), Stream.concat(sums, unknown.stream()).toList());
    }
}
