package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.order.FakeInventory.Mood;
import com.rebatesuite.order.OrderServiceFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How orders stand, as inventory-service asks for its reconciliation. */
class StandingIT extends OrderServiceFixture {

    private static final String SERVICE = Backends.issuer().token("inventory-service", "service");

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
    }

    @Test
    void tellsHowOrdersStandAndWhichThereAreNot() {
        var confirmed = order();
        var cancelled = order();
        var before = states(List.of(cancelled)).path("orders").path(0);
        post(shopper("alice"), "/api/orders/" + cancelled + "/cancel", "{\"reason\":\"no\"}");
        var nobodys = UUID.randomUUID();

        var states = states(List.of(confirmed, cancelled, nobodys, nobodys));

        assertThat(states.path("orders").findValuesAsString("order_id"))
                .containsExactlyInAnyOrder(confirmed.toString(), cancelled.toString());
        assertThat(states.path("unknown").toString()).isEqualTo("[\"" + nobodys + "\"]");
        var order = one(states, cancelled);
        assertThat(order.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(order.path("user_id").asString()).isEqualTo("alice");
        assertThat(order.path("sequence").asInt())
                .isEqualTo(before.path("sequence").asInt() + 1);
        assertThat(updated(order)).isAfter(updated(before));
        assertThat(order.path("lines").toString())
                .isEqualTo("[{\"sku\":\"TEA-100\",\"quantity\":2},{\"sku\":\"MUG-1\",\"quantity\":1}]");
    }

    @Test
    void listsWhatIsOpenInPages() {
        var confirmed = order();
        var cancelled = order();
        post(shopper("alice"), "/api/orders/" + cancelled + "/cancel", "{\"reason\":\"no\"}");
        INVENTORY.is(Mood.BROKEN);
        var placed = order();
        INVENTORY.is(Mood.HOLDS);
        var paid = order();
        pay(paid);

        assertThat(open(3)).contains(confirmed.toString(), paid.toString());
        assertThat(open(500)).isSorted().doesNotContain(cancelled.toString(), placed.toString());
    }

    @Test
    void answersOnlyServicesThatAskForSoMany() {
        var many = Stream.generate(UUID::randomUUID).limit(501).toList();

        assertThat(post(SERVICE, "/internal/orders/states", "{\"ids\":[]}").status())
                .isEqualTo(400);
        assertThat(post(SERVICE, "/internal/orders/states", "{\"ids\":[null]}").status())
                .isEqualTo(400);
        assertThat(post(SERVICE, "/internal/orders/states", "{\"ids\":[\"x\"]}").status())
                .isEqualTo(400);
        assertThat(post(SERVICE, "/internal/orders/states", ids(many)).status()).isEqualTo(400);
        assertThat(states(many.subList(0, 500)).path("unknown")).hasSize(500);
        assertThat(get(SERVICE, "/internal/orders/open?page_size=501").status()).isEqualTo(400);
        assertThat(get(SERVICE, "/internal/orders/open?cursor=rubbish").status())
                .isEqualTo(400);
        assertThat(get(operator(), "/internal/orders/open").status()).isEqualTo(403);
        assertThat(post(shopper("alice"), "/internal/orders/states", ids(many.subList(0, 1)))
                        .status())
                .isEqualTo(403);
    }

    private UUID order() {
        return post(shopper("alice"), "/api/orders", TEAS_AND_MUG).id("order_id");
    }

    private JsonNode states(List<UUID> ids) {
        var answer = post(SERVICE, "/internal/orders/states", ids(ids));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private List<String> open(int pageSize) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = get(SERVICE, "/internal/orders/open?page_size=" + pageSize + "&cursor=" + cursor);
            assertThat(page.status()).isEqualTo(200);
            found.addAll(page.body().path("items").findValuesAsString("order_id"));
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());
        return found;
    }

    private static JsonNode one(JsonNode states, UUID order) {
        return states.path("orders")
                .valueStream()
                .filter(state -> state.path("order_id").asString().equals(order.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Instant updated(JsonNode order) {
        return Instant.parse(order.path("updated_at").asString());
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "{\"ids\":[", "]}"));
    }
}
