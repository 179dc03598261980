package com.rebatesuite.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.order.OrderServiceFixture;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueIT extends OrderServiceFixture {

    private static final String MUG =
            "{\"title\":\"Mug\",\"category\":\"kitchen\",\"merchant\":\"own\",\"price\":{\"currency\":\"GBP\",\"minor\":5}}";

    private final String sku = "sku-" + UUID.randomUUID();

    @Test
    void createsAnItemOnceAndChangesItOnlyWithItsTag() {
        var created = put(operator(), path(), MUG);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(operator(), path(), MUG).status()).isEqualTo(428);
        assertThat(put(operator(), path(), MUG, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(put(operator(), path(), MUG, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(put(operator(), path(), MUG, "If-Match", "rubbish").status()).isEqualTo(412);

        var replaced = put(operator(), path(), MUG.replace("Mug", "Cup"), "If-Match", "\"1\"");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(get(shopper("alice"), "/api/catalogue/items/" + sku).text("title"))
                .isEqualTo("Cup");
    }

    @Test
    void tellsOtherServicesAboutManyItemsAtOnce() {
        put(operator(), path(), MUG);
        sellTeaAndMugs();
        var service = Backends.issuer().token("rebate-service", "service");

        var found = get(service, "/internal/catalogue/items?sku=" + sku + "&sku=TEA-100&sku=NO-1&sku=TEA-100");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().path("items").findValuesAsString("sku")).containsExactly("TEA-100", sku);
        assertThat(found.body().at("/items/0/price/minor").asLong()).isEqualTo(450);
        assertThat(get(service, "/internal/catalogue/items?sku=x" + "&sku=x".repeat(200))
                        .status())
                .isEqualTo(400);
        assertThat(get(service, "/internal/catalogue/items").status()).isEqualTo(400);
        assertThat(get(operator(), "/internal/catalogue/items?sku=TEA-100").status())
                .isEqualTo(403);
    }

    @Test
    void replacesNothingThatIsNotThere() {
        assertThat(put(operator(), path(), MUG, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(get(shopper("alice"), "/api/catalogue/items/" + sku).status())
                .isEqualTo(404);
    }

    @Test
    void letsOneOfSeveralOperatorsWin() throws Exception {
        put(operator(), path(), MUG);
        Callable<Integer> change =
                () -> put(operator(), path(), MUG, "If-Match", "\"1\"").status();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var won = 0;
            for (var done : threads.invokeAll(
                    IntStream.range(0, 6).mapToObj(number -> change).toList())) {
                won += done.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\":\"\",\"category\":\"a\",\"merchant\":\"own\",\"price\":{\"currency\":\"GBP\",\"minor\":5}}",
                "{\"title\":\"a\",\"category\":\"a\",\"merchant\":\"own\",\"price\":{\"currency\":\"XYZ\",\"minor\":5}}",
                "{\"title\":\"a\",\"category\":\"a\",\"merchant\":\"own\",\"price\":{\"currency\":\"GBP\",\"minor\":-5}}",
                "{\"title\":\"a\",\"category\":\"a\",\"merchant\":\"own\"}"
            })
    void refusesWhatIsNoItem(String body) {
        assertThat(put(operator(), path(), body).status()).isEqualTo(400);
    }

    @Test
    void importsTheGoodOnesAndSaysWhatIsWrongWithTheOthers() {
        var item =
                "{\"sku\":\"%s\",\"title\":\"%s\",\"category\":\"c\",\"merchant\":\"own\",\"price\":{\"currency\":\"GBP\",\"minor\":%d}}";
        var first = "{\"items\":[" + item.formatted(sku, "Mug", 5) + "," + item.formatted(sku, "Cup", 5) + ","
                + item.formatted(sku + "b", "Pot", -5) + "," + item.formatted("", "Pot", 5) + "]}";
        var again = "{\"items\":[" + item.formatted(sku, "Mug", 5) + "," + item.formatted(sku + "c", "Pan", 5) + "]}";
        var changed = "{\"items\":[" + item.formatted(sku, "Mug", 6) + "]}";

        assertThat(imported(first)).containsExactly("created", "invalid", "invalid", "invalid");
        assertThat(imported(again)).containsExactly("unchanged", "created");
        assertThat(imported(changed)).containsExactly("updated");
        assertThat(get(shopper("alice"), "/api/catalogue/items/" + sku).header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void listsItemsPageByPage() {
        var category = UUID.randomUUID().toString();
        for (var number = 0; number < 3; number++) {
            put(operator(), path() + number, MUG.replace("kitchen", category));
        }

        var first = get(shopper("alice"), "/api/catalogue/items?page_size=2&category=" + category);
        var second = get(
                shopper("alice"),
                "/api/catalogue/items?page_size=2&category=" + category + "&cursor=" + first.text("next_cursor"));

        assertThat(first.body().findValuesAsString("sku")).containsExactly(sku + "0", sku + "1");
        assertThat(second.body().findValuesAsString("sku")).containsExactly(sku + "2");
    }

    @Test
    void isForOperatorsToChange() {
        assertThat(put(shopper("alice"), path(), MUG).status()).isEqualTo(403);
    }

    private java.util.List<String> imported(String body) {
        return post(operator(), "/ops/catalogue/imports", body).body().findValuesAsString("status");
    }

    private String path() {
        return "/ops/catalogue/items/" + sku;
    }
}
