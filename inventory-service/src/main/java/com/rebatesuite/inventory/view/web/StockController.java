package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.view.ClosedPlaces;
import com.rebatesuite.inventory.view.ReadLevels;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levels for everybody who may shop. */
@RestController
@RequestMapping("/api/stock")
class StockController {

    private final ReadLevels levels;
    private final ClosedPlaces closed;

    StockController(ReadLevels levels, ClosedPlaces closed) {
        this.levels = levels;
        this.closed = closed;
    }

    /** A SKU may have a comma in it: one parameter is one value. */
    @InitBinder
    void takeListsAsTheyAre(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** One level; its ETag is its sequence. */
    @GetMapping("/{sku}")
    ResponseEntity<LevelResponse> one(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(defaultValue = LevelKey.MAIN) @NotBlank @Size(max = 32) String location) {
        var key = new LevelKey(sku, location);
        var level = levels.of(List.of(key)).get(key);
        if (level == null) {
            throw Answers.unknownSku("there is no stock of " + sku + " at " + location);
        }
        return Answers.named(Long.toString(level.sequence()), LevelResponse.of(level));
    }

    /** Many levels at one place, in the order in which they were asked for. */
    @GetMapping
    ResponseEntity<LevelsResponse> many(
            @RequestParam("sku") @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> skus,
            @RequestParam(defaultValue = LevelKey.MAIN) @NotBlank @Size(max = 32) String location) {
        var keys =
                skus.stream().distinct().map(sku -> new LevelKey(sku, location)).toList();
        var known = levels.of(keys);
        var found = keys.stream().filter(known::containsKey).map(known::get).toList();
        var unknown = keys.stream()
                .filter(key -> !known.containsKey(key))
                .map(LevelKey::sku)
                .toList();
        return Answers.named(
                Answers.etag(found, unknown),
                new LevelsResponse(found.stream().map(LevelResponse::of).toList(), unknown));
    }

    /** One product at all its places. */
    @GetMapping("/{sku}/levels")
    ResponseEntity<SkuResponse> everywhere(@PathVariable @NotBlank @Size(max = 64) String sku) {
        return Found.one(levels, closed, sku).answer(SkuResponse::of);
    }

    /** Many products at all their places, in the order in which they were asked for. */
    @GetMapping("/levels")
    ResponseEntity<ProductsResponse<SkuResponse>> manyEverywhere(
            @RequestParam("sku") @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> skus) {
        return Found.of(levels, closed, skus).answers(SkuResponse::of);
    }

    /** The levels that exist, and the products that have none. */
    record LevelsResponse(List<LevelResponse> levels, List<String> unknown) {}
}
