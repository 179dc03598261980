package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.transfer.Incoming;
import com.rebatesuite.inventory.transfer.MoveGoods;
import com.rebatesuite.inventory.transfer.Transfers;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on its way. */
@RestController
@RequestMapping("/ops/stock/transfers")
class TransferPages {

    private static final UUID LATEST = new UUID(-1, -1);

    private final Transfers transfers;
    private final Incoming incoming;

    TransferPages(Transfers transfers, Incoming incoming) {
        this.transfers = transfers;
        this.incoming = incoming;
    }

    /** A SKU may have a comma in it: one parameter is one value. */
    @InitBinder
    void takeListsAsTheyAre(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    @GetMapping("/{id}")
    TransferResponse one(@PathVariable UUID id) {
        return TransferResponse.of(transfers.of(id).orElseThrow(() -> MoveGoods.unknown(id)));
    }

    /** Open ones, or those that have ended, latest first. */
    @GetMapping
    Page<TransferResponse> list(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") @Min(1) @Max(100) int pageSize) {
        var found = transfers.page(open, before(cursor), pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(TransferResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    /** Units of these products that are in transit, by where they are going. */
    @GetMapping("/incoming")
    IncomingResponse incoming(
            @RequestParam("sku") @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 64) String> skus) {
        return new IncomingResponse(
                incoming.of(skus).entrySet().stream().map(UnitsResponse::of).toList());
    }

    private static UUID before(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(TransferPages::id).orElse(LATEST);
    }

    private static UUID id(Cursor decoded) {
        try {
            return UUID.fromString(decoded.part(0));
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }

    /** What is in transit. */
    record IncomingResponse(List<UnitsResponse> incoming) {}

    /** Units of one product on their way to one location. */
    record UnitsResponse(String sku, String destination, long quantity) {

        static UnitsResponse of(Map.Entry<LevelKey, Long> units) {
            return new UnitsResponse(units.getKey().sku(), units.getKey().location(), units.getValue());
        }
    }
}
