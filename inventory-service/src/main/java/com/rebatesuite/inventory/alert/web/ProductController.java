package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.alert.Categories;
import com.rebatesuite.inventory.alert.ProjectStockOut;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What alerts know of a product: when it will be out, and in which category people hear of it. */
@RestController
@RequestMapping("/ops/stock")
class ProductController {

    /** How a category is written, here and where channels ask for one. */
    static final String CATEGORY = "[a-z0-9][a-z0-9-]{0,63}";

    private final ProjectStockOut project;
    private final Categories categories;

    ProductController(ProjectStockOut project, Categories categories) {
        this.project = project;
        this.categories = categories;
    }

    /** When the level will be out if units go on leaving as they did in the last hour. */
    @GetMapping("/{sku}/projection")
    ProjectionResponse projection(
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @RequestParam(defaultValue = LevelKey.MAIN) @NotBlank @Size(max = 32) String location) {
        return project.now(new LevelKey(sku, location))
                .map(ProjectionResponse::of)
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND, "unknown-sku", "there is no stock of " + sku + " at " + location)));
    }

    /** The category of a product: {@code general} unless somebody has said another one. */
    @GetMapping("/{sku}/category")
    CategoryJson category(@PathVariable @NotBlank @Size(max = 64) String sku) {
        return new CategoryJson(sku, categories.of(sku));
    }

    /** Says the category of a product, for alerts to come. */
    @PutMapping("/{sku}/category")
    CategoryJson category(
            @PathVariable @NotBlank @Size(max = 64) String sku, @Valid @RequestBody CategoryRequest request) {
        categories.put(Map.of(sku, request.category()));
        return new CategoryJson(sku, request.category());
    }

    /** Says the categories of many products; of one that is named twice the last. */
    @PostMapping("/categories")
    ResponseEntity<CategoriesJson> categories(
            IdempotentRequest idempotent, @Valid @RequestBody CategoriesJson request) {
        return idempotent.answer(() -> {
            categories.put(request.items().stream()
                    .collect(Collectors.toMap(CategoryJson::sku, CategoryJson::category, (first, last) -> last)));
            return ResponseEntity.ok(request);
        });
    }

    /** The category that is said of the product in the path. */
    record CategoryRequest(
            @NotNull @Pattern(regexp = CATEGORY) String category) {}

    /** A product and its category. */
    record CategoryJson(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Pattern(regexp = CATEGORY) String category) {}

    /** Many of them. */
    record CategoriesJson(@NotEmpty @Size(max = 1000) List<@Valid CategoryJson> items) {}
}
