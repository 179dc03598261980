package com.rebatesuite.order.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.order.Contract;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.StockPolicy;
import com.rebatesuite.order.partner.Checked.Bad;
import com.rebatesuite.order.partner.Checked.Good;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    private static final String LINE = "{'sku':'A','quantity':3,'unit_price':'0.125'}";
    private static final String ORDER =
            "{'external_number':'1','user_id':'17850','occurred_at':'2010-12-01T08:26:00Z','status':'shipped',"
                    + "'currency':'GBP','lines':[" + LINE + "]}";

    @Test
    void pricesALineAsAWhole() {
        var order = good(ORDER);

        assertThat(order.lines().getFirst().amount()).isEqualTo(new Money("GBP", 38));
        assertThat(order.lines().getFirst().title()).isEqualTo("A");
        assertThat(order.lines().getFirst().category()).isEqualTo("general");
        assertThat(order.lines().getFirst().merchant()).isEqualTo("retail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'quantity':3 | 'quantity':0 | bad-quantity",
                "'quantity':3 | 'quantity':-3 | bad-quantity",
                "'quantity':3 | 'quantity':1000001 | bad-quantity",
                "'unit_price':'0.125' | 'unit_price':'0' | bad-price",
                "'unit_price':'0.125' | 'unit_price':'-1' | bad-price",
                "'unit_price':'0.125' | 'unit_price':'1e99' | bad-price",
                "'unit_price':'0.125' | 'unit_price':'0.1234567' | bad-price",
                "'sku':'A' | 'sku':' ' | bad-sku",
                "'GBP' | 'POUND' | bad-currency",
                "'GBP' | null | bad-currency",
                "'shipped' | 'lost' | bad-status",
                "'GBP' | 'GBP','stock_policy':'keep' | bad-stock-policy",
                "'GBP' | 'GBP','stock_policy':'' | bad-stock-policy",
                "'GBP' | 'GBP','stock_policy':'HOLD' | bad-stock-policy",
                "2010-12-01 | 2027-12-01 | bad-occurred-at",
                "'17850' | '' | bad-user",
                "'external_number':'1' | 'external_number':null | bad-external-number",
                "[{'sku':'A','quantity':3,'unit_price':'0.125'}] | [] | bad-lines",
                "[{'sku':'A','quantity':3,'unit_price':'0.125'}] | [null] | bad-lines"
            },
            quoteCharacter = '`')
    void saysWhatIsWrong(String right, String wrong, String code) {
        var checked = order(ORDER.replace(right, wrong)).check("retail", NOW);

        assertThat(checked).isInstanceOf(Bad.class);
        var result = ((Bad<PartnerOrder>) checked).result();
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.status()).isEqualTo(FeedResult.Status.INVALID);
        assertThat(result.retryable()).isFalse();
    }

    @Test
    void knowsTheSameOrderHoweverItIsWritten() {
        var order = good(ORDER).fingerprint();

        assertThat(good(ORDER.replace("0.125", "0.1250")).fingerprint()).isEqualTo(order);
        assertThat(good(ORDER.replace("0.125", "0.126")).fingerprint()).isNotEqualTo(order);
        assertThat(good(ORDER.replace("shipped", "paid")).fingerprint()).isNotEqualTo(order);
        assertThat(good(ORDER.replace("17850", "17851")).fingerprint()).isNotEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"none, NONE", "track, TRACK", "hold, HOLD"})
    void wantsOfTheStockWhatThePartnerSays(String stated, StockPolicy wanted) {
        assertThat(good(wanting(stated)).stockPolicy()).isEqualTo(wanted);
    }

    @Test
    void wantsItsGoodsHeldIfThePartnerSaysNothing() {
        assertThat(good(ORDER).stockPolicy()).isEqualTo(StockPolicy.HOLD);
        assertThat(good(wanting("hold")).fingerprint()).isEqualTo(good(ORDER).fingerprint());
        assertThat(good(wanting("track")).fingerprint())
                .isNotEqualTo(good(ORDER).fingerprint())
                .isNotEqualTo(good(wanting("none")).fingerprint());
    }

    @Test
    void namesThePolicyItDoesNotKnowAndThoseItDoes() {
        var result = ((Bad<PartnerOrder>) order(wanting("keep")).check("retail", NOW)).result();

        assertThat(result.detail()).isEqualTo("stock_policy: keep (expected: none, track or hold)");
    }

    private static String wanting(String policy) {
        return ORDER.replace("'GBP'", "'GBP','stock_policy':'" + policy + "'");
    }

    private static PartnerOrder good(String json) {
        return ((Good<PartnerOrder>) order(json).check("retail", NOW)).item();
    }

    private static StatedOrder order(String json) {
        return Contract.JSON.readValue(json.replace('\'', '"'), StatedOrder.class);
    }
}
