package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.OpenCount;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.web.Form;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be counted where: these products, or all of them. */
record OpenCountRequest(
        @NotNull @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference,

        @Nullable @Pattern(regexp = Form.LOCATION) String location,
        @Nullable @Size(min = 1, max = OpenCount.MOST) List<@NotBlank @Size(max = 64) String> skus) {

    String at() {
        return Objects.requireNonNullElse(location, LevelKey.MAIN);
    }

    List<String> named() {
        return skus == null ? List.of() : skus;
    }
}
