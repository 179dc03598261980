package com.rebatesuite.inventory.view.web;

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

/** Levels for operators, with all that is known of them. */
@RestController
@RequestMapping("/ops/stock")
class OpsStockController {

    private final ReadLevels levels;
    private final ClosedPlaces closed;

    OpsStockController(ReadLevels levels, ClosedPlaces closed) {
        this.levels = levels;
        this.closed = closed;
    }

    /** A SKU may have a comma in it: one parameter is one value. */
    @InitBinder
    void takeListsAsTheyAre(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** One product at all its places. */
    @GetMapping("/{sku}/levels")
    ResponseEntity<OpsSkuResponse> one(@PathVariable @NotBlank @Size(max = 64) String sku) {
        return Found.one(levels, closed, sku).answer(OpsSkuResponse::of);
    }

    /** Many products at all their places, in the order in which they were asked for. */
    @GetMapping("/levels")
    ResponseEntity<ProductsResponse<OpsSkuResponse>> many(
            @RequestParam("sku") @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> skus) {
        return Found.of(levels, closed, skus).answers(OpsSkuResponse::of);
    }
}
