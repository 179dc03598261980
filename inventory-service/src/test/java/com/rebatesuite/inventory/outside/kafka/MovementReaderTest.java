package com.rebatesuite.inventory.outside.kafka;

import static com.rebatesuite.inventory.Contract.JSON;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.platform.messaging.MalformedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What outside systems may write, and what is said of the rest. */
class MovementReaderTest {

    private static final String PLACE = "stock-movements/3/15";
    private static final String AT = "2026-01-05T10:15:30Z";

    private final MovementReader reader = new MovementReader(JSON);

    @Test
    void readsTheExampleOfTheContract() throws IOException {
        var example = Path.of(System.getProperty("contracts.home"), "plain", "stock-movement.example.json");

        assertThat(reader.read(Files.readAllBytes(example)).command(PLACE))
                .isEqualTo(new StockCommand.Sell(
                        new Origin("outside/till-7/4711", "till/4711", "outside/till-7", "sale at " + AT),
                        Reason.SALE,
                        List.of(line(TEA, 2))));
    }

    @Test
    void threeFieldsAreEnough() {
        var cause = "outside/stock-movements/3/15";

        assertThat(command("{'product_id':'TEA-100','quantity_change':3,'timestamp':'" + AT + "'}"))
                .isEqualTo(new StockCommand.Receive(
                        new Origin(cause, cause, "outside/outside", "receipt at " + AT),
                        Reason.RECEIPT,
                        List.of(line(TEA, 3)),
                        false));
    }

    @Test
    void ignoresWhatItDoesNotKnowAndWhatIsNull() {
        assertThat(command("{'product_id':'TEA-100','quantity_change':3,'timestamp':'" + AT
                        + "','location':null,'reason':null,'external_id':null,'weather':{'is':['fine']}}"))
                .isEqualTo(command("{'product_id':'TEA-100','quantity_change':3,'timestamp':'" + AT + "'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, 2, RECEIPT",
        "return, 2, RESTOCK",
        "correction, 2, ADJUSTMENT",
        "sale, -2, SALE",
        "damage, -2, WRITE_OFF",
        "loss, -2, WRITE_OFF",
        "correction, -2, ADJUSTMENT"
    })
    void hasAReasonOfOursForEachOfTheirs(String theirs, long quantity, Reason ours) {
        var reason = command(with("'reason':'" + theirs + "','quantity_change':" + quantity));

        assertThat(reason).isInstanceOf(quantity > 0 ? StockCommand.Receive.class : StockCommand.Sell.class);
        assertThat(reason.toString()).contains("reason=" + ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2026-01-05T10:15:30Z'", "'2026-01-05T18:15:30+08:00'", "1767608130", "1767608130000"})
    void knowsTheSameInstantHoweverItIsWritten(String timestamp) {
        assertThat(command(with("'timestamp':" + timestamp)).origin().note()).isEqualTo("receipt at " + AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "3e0", "0.3e1"})
    void aWholeNumberIsOneHoweverItIsWritten(String quantity) {
        assertThat(command(with("'quantity_change':" + quantity)))
                .isInstanceOfSatisfying(
                        StockCommand.Receive.class,
                        receive -> assertThat(receive.lines()).containsExactly(line(TEA, 3)));
    }

    @Test
    void takesWhatFitsWithoutAMarginToSpare() {
        var sku = "ü".repeat(64);
        var location = "a" + "-".repeat(31);
        var most = command(with("'product_id':'" + sku + "','location':'" + location
                + "','quantity_change':-1000000000,'external_id':'" + "/".repeat(128) + "'"));

        assertThat(most)
                .isInstanceOfSatisfying(
                        StockCommand.Sell.class,
                        sell -> assertThat(sell.lines())
                                .containsExactly(line(new LevelKey(sku, location), 1_000_000_000)));
        assertThat(most.origin().cause()).isEqualTo("outside/outside/" + "%2F".repeat(128));
    }

    /** No system can choose an id that is another one's, or the place of a record. */
    @Test
    void idsOfDifferentSourcesAndPlacesNeverMeet() {
        assertThat(List.of(
                        cause("'reason':null"),
                        cause("'source':'stock-movements','external_id':'3/15'"),
                        cause("'external_id':'till-7/1'"),
                        cause("'source':'till-7','external_id':'1'"),
                        cause("'source':'till-7','external_id':'%31'")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'product_id':null                      | product_id: null (expected: a string",
                "'product_id':''                        | product_id: \"\" (expected: a string of 1 to 64",
                "'product_id':'  '                      | product_id",
                "'product_id':7                         | product_id: 7 (expected: a string",
                "'product_id':['TEA']                   | product_id: [\"TEA\"] (expected",
                "'product_id':'a\\u0000b'               | product_id",
                "'product_id':'\\ud800'                 | product_id",
                "'quantity_change':0                    | quantity_change: 0 (expected: other than 0",
                "'quantity_change':null                 | quantity_change: null (expected: a whole number",
                "'quantity_change':'5'                  | quantity_change: \"5\" (expected: a whole number",
                "'quantity_change':1.5                  | quantity_change: 1.5 (expected: a whole number",
                "'quantity_change':true                 | quantity_change: true (expected: a whole number",
                "'quantity_change':1000000001           | quantity_change: 1000000001 (expected",
                "'quantity_change':-1000000001          | quantity_change: -1000000001 (expected",
                "'quantity_change':9223372036854775807  | quantity_change: 9223372036854775807 (expected",
                "'quantity_change':-9223372036854775808 | quantity_change: -9223372036854775808 (expected",
                "'quantity_change':92233720368547758080 | quantity_change: 92233720368547758080 (expected",
                "'quantity_change':1e400                | quantity_change",
                "'quantity_change':1e-400               | quantity_change",
                "'timestamp':null                       | timestamp: null (expected: ISO 8601",
                "'timestamp':'2026-01-05T10:15:30'      | timestamp: \"2026-01-05T10:15:30\" (expected: ISO 8601",
                "'timestamp':'yesterday'                | timestamp: \"yesterday\" (expected: ISO 8601",
                "'timestamp':'1767608130'               | timestamp",
                "'timestamp':1767608130000000           | timestamp: 1767608130000000 (expected",
                "'timestamp':0                          | timestamp: 0 (expected",
                "'timestamp':9223372036854775807        | timestamp",
                "'timestamp':'+999999999-12-31T23:59:59Z' | timestamp",
                "'timestamp':1767608130.5               | timestamp: 1.7676081305E9 (expected",
                "'location':'Main Street'               | location: \"Main Street\" (expected: [a-z0-9]",
                "'location':7                           | location: 7 (expected",
                "'source':'a/b'                         | source: \"a/b\" (expected",
                "'external_id':4711                     | external_id: 4711 (expected: a string",
                "'external_id':''                       | external_id",
                "'reference':{}                         | reference: {} (expected",
                "'reason':'theft'                       | reason: theft (expected for a quantity_change above 0: receipt, return, correction)",
                "'reason':'RECEIPT'                     | reason: RECEIPT (expected",
                "'reason':'sale'                        | reason: sale (expected for a quantity_change above 0",
                "'quantity_change':-1,'reason':'return' | reason: return (expected for a quantity_change below 0: sale, damage, loss, correction)"
            })
    void saysWhichFieldIsWrongAndWhatWasExpected(String fields, String message) {
        assertThatThrownBy(() -> command(with(fields)))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhatIsNoMovementAtAll() {
        var movement = with("'reason':null").replace('\'', '"');
        for (var record : List.of(
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"text\"",
                "{",
                "{}",
                "nonsense",
                movement.substring(0, movement.length() - 1),
                movement + movement,
                "{\"quantity_change\":1," + movement.substring(1),
                "[".repeat(100_000),
                "{\"product_id\":" + "9".repeat(5_000) + "}",
                "\u0000")) {
            assertThatThrownBy(() -> reader.read(record.getBytes(UTF_8)))
                    .as(record.substring(0, Math.min(50, record.length())))
                    .isInstanceOf(MalformedEvent.class);
        }
        assertThatThrownBy(() -> reader.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .isInstanceOf(MalformedEvent.class);
    }

    @Test
    void saysNoMoreOfAHugeValueThanPeopleRead() {
        var huge = with("'product_id':'" + "x".repeat(900_000) + "'");

        assertThatThrownBy(() -> command(huge))
                .satisfies(failed -> assertThat(failed.getMessage()).hasSizeLessThan(300));
    }

    private String cause(String fields) {
        return command(with(fields)).origin().cause();
    }

    private StockCommand.OfGoods command(String json) {
        return reader.read(json.replace('\'', '"').getBytes(UTF_8)).command(PLACE);
    }

    /** Three units of tea that came in, told otherwise in these fields. */
    private static String with(String fields) {
        var movement = new StringBuilder("{").append(fields);
        if (!fields.contains("'product_id'")) {
            movement.append(",'product_id':'TEA-100'");
        }
        if (!fields.contains("'quantity_change'")) {
            movement.append(",'quantity_change':3");
        }
        if (!fields.contains("'timestamp'")) {
            movement.append(",'timestamp':'" + AT + "'");
        }
        return movement.append('}').toString();
    }
}
