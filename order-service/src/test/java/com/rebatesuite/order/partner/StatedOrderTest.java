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
                "'GBP' | 'GBP','voucher':'-0.01' | bad-voucher",
                "'GBP' | 'GBP','voucher':'0.39' | bad-voucher",
                "'GBP' | 'GBP','voucher':'1e99' | bad-voucher",
                "'GBP' | 'GBP','voucher':'0.0000001' | bad-voucher",
                "'GBP' | 'GBP','shipping':'-1' | bad-shipping",
                "'GBP' | 'GBP','shipping':'99999999999' | bad-shipping",
                "'GBP' | 'GBP','shipping':'99999999999999999999' | bad-shipping",
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

    @Test
    void spreadsAVoucherOverTheLinesAndLeavesShippingOutOfThem() {
        var order = good(
                beside("'voucher':'0.30','shipping':'4.99'").replace(LINE, LINE + "," + LINE.replace("0.125", "0.25")));

        assertThat(order.lines()).extracting(line -> line.amount().minor()).containsExactly(38L, 75L);
        assertThat(order.lines()).extracting(line -> line.paid().minor()).containsExactly(28L, 55L);
        assertThat(order.shippingMinor()).isEqualTo(499);
    }

    @Test
    void aVoucherMayPayForEverything() {
        assertThat(good(beside("'voucher':'0.38'")).lines().getFirst().paid()).isEqualTo(new Money("GBP", 0));
    }

    /** Worked out by hand: an order that came before there were vouchers is still known again. */
    @Test
    void knowsAgainWhatCameBeforeThereWereVouchersAndShipping() {
        var before = "f3a512e75a948d5b6f9c6e4fa5706476aa2eaea28271807c8458728c82a950a4";

        assertThat(good(ORDER).fingerprint()).isEqualTo(before);
        assertThat(good(beside("'voucher':'0.00','shipping':null")).fingerprint())
                .isEqualTo(before);
    }

    @Test
    void anotherVoucherOrShippingIsAnotherOrder() {
        var voucher = good(beside("'voucher':'0.10'")).fingerprint();
        var shipping = good(beside("'shipping':'0.10'")).fingerprint();

        assertThat(good(beside("'voucher':'0.1'")).fingerprint()).isEqualTo(voucher);
        assertThat(voucher)
                .isNotEqualTo(shipping)
                .isNotEqualTo(good(ORDER).fingerprint())
                .isNotEqualTo(good(beside("'voucher':'0.11'")).fingerprint());
    }

    private static String beside(String fields) {
        return ORDER.replace("'GBP'", "'GBP'," + fields);
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
