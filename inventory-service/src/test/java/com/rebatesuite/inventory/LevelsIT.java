package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Levels as they are read: one, many, and all of a product. */
class LevelsIT extends InventoryServiceFixture {

    private final String shopper = Backends.issuer().token("alice", "shop");

    @Test
    void answersAllLocationsOfAProductInOneCall() {
        receive(Map.of(tea, 10L));
        receiveAt("north", Map.of(tea, 4L, mug, 1L));

        var tea = body(get("/api/stock/" + this.tea + "/levels"));
        assertThat(tea.path("available").longValue()).isEqualTo(14);
        assertThat(tea.path("levels").findValuesAsString("location")).containsExactly("main", "north");
        var many = body(get("/api/stock/levels?sku=" + mug + "&sku=nothing&sku=" + this.tea + "&sku=" + mug));
        assertThat(many.path("products").findValuesAsString("sku"))
                .containsExactly(mug, mug, this.tea, this.tea, this.tea);
        assertThat(many.path("products").get(1)).isEqualTo(tea);
        assertThat(many.path("unknown").toString()).isEqualTo("[\"nothing\"]");
        assertThat(body(get("/api/stock/" + this.tea + "?location=north"))
                        .path("available")
                        .longValue())
                .isEqualTo(4);
        assertProblem(get("/api/stock/" + mug), HttpStatus.NOT_FOUND, "unknown-sku");
        assertProblem(get("/api/stock/nothing/levels"), HttpStatus.NOT_FOUND, "unknown-sku");
    }

    @Test
    void countsOnlyWhatCanBeSold() {
        var quarantine = "q" + UUID.randomUUID().toString().substring(0, 8);
        receive(Map.of(tea, 10L));
        receiveAt(quarantine, Map.of(tea, 4L));
        var path = "/api/stock/" + tea + "/levels";
        assertThat(body(get(path)).path("available").longValue()).isEqualTo(14);
        var etag = etag(path);

        var listed = exchange(HttpMethod.PUT, "/ops/stock/locations/" + quarantine, operator, null, """
                {"title":"Quarantine","priority":100,"sellable":false}""");
        assertThat(listed.getStatusCode().is2xxSuccessful())
                .as(listed.getBody())
                .isTrue();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(body(get(path)).path("available").longValue())
                                .isEqualTo(10));
        assertThat(body(get(path)).path("levels").size()).isEqualTo(2);
        assertThat(etag(path)).isNotEqualTo(etag);
    }

    @Test
    void tellsOperatorsMoreThanShoppers() {
        receive(Map.of(tea, 10L));

        assertThat(body(get("/ops/stock/" + tea + "/levels")).toString()).isEqualTo("""
                        {"sku":"%1$s","on_hand":10,"held":0,"damaged":0,"available":10,"shortfall":0,"levels":[\
                        {"sku":"%1$s","location":"main","on_hand":10,"held":0,"damaged":0,"available":10,"shortfall":0,\
                        "safety_stock":0,"reorder_point":0,"hysteresis":0,"supply":"ok","sequence":1}]}""".formatted(tea));
        assertThat(body(get("/ops/stock/levels?sku=" + tea)).path("products").size())
                .isEqualTo(1);
        for (var path : List.of("/ops/stock/" + tea + "/levels", "/ops/stock/levels?sku=" + tea)) {
            assertProblem(exchange(HttpMethod.GET, path, shopper, null, null), HttpStatus.FORBIDDEN, "forbidden");
        }
        assertThat(exchange(HttpMethod.GET, "/api/stock/" + tea + "/levels", shopper, null, null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stock/%s",
                "/api/stock?sku=%s&sku=none",
                "/api/stock/%s/levels",
                "/api/stock/levels?sku=%s&sku=none",
                "/ops/stock/%s/levels",
                "/ops/stock/levels?sku=%s&sku=none"
            })
    void sendsNothingTwiceToWhoHasIt(String form) {
        receive(Map.of(tea, 10L));
        var path = form.formatted(tea);
        var first = get(path);
        var etag = String.valueOf(first.getHeaders().getETag());
        assertThat(first.getHeaders().getCacheControl()).isEqualTo("no-cache, private");

        var same = getUnless(etag, path);
        assertThat(same.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(same.hasBody()).isFalse();
        assertThat(same.getHeaders().getETag()).isEqualTo(etag);

        receive(Map.of(tea, 1L));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(getUnless(etag, path).getStatusCode()).isEqualTo(HttpStatus.OK));
        assertThat(getUnless("\"" + "other" + "\", W/" + get(path).getHeaders().getETag(), path)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    /** Else a sum that stays the same would hide that goods have been moved. */
    @Test
    void namesAnswersByAllTheirLevels() {
        receive(Map.of(tea, 10L, mug, 10L));

        var etags = List.of(
                etag("/api/stock?sku=" + tea),
                etag("/api/stock?sku=" + mug),
                etag("/api/stock?sku=" + tea + "&sku=" + mug),
                etag("/api/stock?sku=" + mug + "&sku=" + tea),
                etag("/api/stock?sku=" + tea + "&sku=none"));
        assertThat(etags).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stock/levels", "/api/stock/levels?sku=", "/ops/stock/levels", "/api/stock/stream"})
    void saysWhatIsMissing(String path) {
        assertThat(get(path).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private String etag(String path) {
        return String.valueOf(get(path).getHeaders().getETag());
    }

    private void receiveAt(String location, Map<String, Long> goods) {
        var body = receipt(goods).replace("{\"reference\"", "{\"location\":\"" + location + "\",\"reference\"");
        assertThat(exchange(HttpMethod.POST, "/ops/stock/receipts", operator, fresh("key"), body)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }
}
