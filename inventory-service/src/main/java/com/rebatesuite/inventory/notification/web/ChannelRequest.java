package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.inventory.notification.Channel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of what. Unsaid: of all categories, of every kind. */
record ChannelRequest(
        @NotNull @Pattern(regexp = "webhook|mail") String type,

        @Nullable @Pattern(regexp = "\\*|[a-z0-9][a-z0-9-]{0,63}") String category,

        @Nullable @Size(min = 1, max = 3) List<@NotNull @Pattern(regexp = "low|out|recovered") String> kinds,
        @NotBlank @Size(max = 2000) String address) {

    String categoryOrAny() {
        return Objects.requireNonNullElse(category, Channel.ANY);
    }

    List<String> kindsOrAll() {
        return kinds == null
                ? List.of("low", "out", "recovered")
                : kinds.stream().distinct().toList();
    }
}
