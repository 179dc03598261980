package com.rebatesuite.deploy.retail.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.retail.gateway.PartnerOrder;
import com.rebatesuite.deploy.retail.gateway.Rebates.Rebate;
import com.rebatesuite.deploy.retail.gateway.Stock.Moved;
import com.rebatesuite.deploy.retail.gateway.Stock.Verified;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.OrderLine;
import com.rebatesuite.deploy.retail.invoices.Plan;
import com.rebatesuite.deploy.retail.invoices.Return;
import com.rebatesuite.deploy.retail.invoices.ReturnRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One order, 6 × 2.55 and 2 × 10.00; two of the six came back. */
class AuditTest {

    private static final Order ORDER = new Order(
            "1",
            "7",
            Instant.EPOCH,
            0,
            List.of(
                    new OrderLine(1, "A", "X", 6, new BigDecimal("2.55")),
                    new OrderLine(2, "B", "Y", 2, new BigDecimal("10.00"))));
    private static final Return RETURN = new Return("C2-1", ORDER, Instant.EPOCH, 1, Map.of(1, 2));
    private static final Plan PLAN =
            new Plan("", List.of(ORDER), List.of(RETURN), List.of(), new ReturnRows(1, 0, 0, 2, 0), Map.of());

    private static final List<PartnerOrder.Line> LINES =
            List.of(new PartnerOrder.Line(1, "A", 6, 1530), new PartnerOrder.Line(2, "B", 2, 2000));
    private static final List<PartnerOrder.Returned> RETURNS =
            List.of(new PartnerOrder.Returned("C2-1", "r", Map.of(1, 2)));
    private static final Map<Integer, Rebate> REBATES = Map.of(1, new Rebate(31, 10), 2, new Rebate(40, 0));
    private static final Map<String, Moved> SHIPPED = Map.of("A", new Moved(-6, 0), "B", new Moved(-2, 0));
    private static final Map<String, Moved> RESTOCKED = Map.of("A", new Moved(2, 0));
    private static final Map<String, Moved> OPENING = Map.of("A", new Moved(6, 0), "B", new Moved(2, 0));
    private static final Verified SOUND = new Verified(2, List.of());

    private final Audit audit = new Audit(PLAN, OpeningStock.enough(PLAN, "all"));

    @Test
    void findsNothingWhereAllIsRight() {
        var findings = audit.findings(evidence("SHIPPED", LINES, RETURNS, REBATES, SHIPPED, RESTOCKED), OPENING, SOUND);

        assertThat(findings.differences()).isEmpty();
        assertThat(findings.right()).isTrue();
    }

    @Test
    void seesWhateverIsWrong() {
        var half = Map.of(1, new Rebate(31, 15), 2, new Rebate(40, 0));
        var held = Map.of("A", new Moved(-6, 6), "B", new Moved(-2, 0));
        var other = Map.of("A", new Moved(-6, 0), "B", new Moved(-2, 0), "C", new Moved(-1, 0));
        var twice = List.of(RETURNS.getFirst(), new PartnerOrder.Returned("C9-1", "s", Map.of(2, 1)));

        assertThat(differences(new Evidence(Map.of(), Map.of(), Map.of())))
                .containsExactly("order 1 state: expected SHIPPED, found not there");
        assertThat(differences(evidence("PAID", LINES, RETURNS, REBATES, SHIPPED, RESTOCKED)))
                .containsExactly("order 1 state: expected SHIPPED, found PAID");
        assertThat(differences(evidence("SHIPPED", LINES.subList(0, 1), RETURNS, REBATES, SHIPPED, RESTOCKED)))
                .hasSize(2);
        assertThat(differences(evidence("SHIPPED", LINES, List.of(), REBATES, SHIPPED, Map.of())))
                .containsExactly("order 1 return C2-1: expected {1=2}, found not there");
        assertThat(differences(evidence("SHIPPED", LINES, twice, REBATES, SHIPPED, RESTOCKED)))
                .containsExactly("order 1 return C9-1: expected none, found {2=1}");
        assertThat(differences(evidence("SHIPPED", LINES, RETURNS, half, SHIPPED, RESTOCKED)))
                .containsExactly("order 1 line 1 reversed: expected 10, found 15");
        assertThat(differences(evidence("SHIPPED", LINES, RETURNS, REBATES, held, RESTOCKED)))
                .hasSize(1);
        assertThat(differences(evidence("SHIPPED", LINES, RETURNS, REBATES, other, RESTOCKED)))
                .hasSize(1);
        assertThat(differences(evidence("SHIPPED", LINES, RETURNS, REBATES, SHIPPED, Map.of())))
                .hasSize(1);
        assertThat(differences(evidence("REJECTED", LINES, List.of(), Map.of(), Map.of(), Map.of())))
                .contains("order 1 state: expected SHIPPED, found REJECTED");
    }

    @Test
    void seesWrongLevelsAndOpeningStock() {
        var right = evidence("SHIPPED", LINES, RETURNS, REBATES, SHIPPED, RESTOCKED);

        assertThat(audit.findings(right, OPENING, new Verified(2, List.of("A"))).right())
                .isFalse();
        assertThat(audit.findings(right, Map.of("A", new Moved(6, 0)), SOUND).right())
                .isFalse();
    }

    @Test
    void aRefusalOnShortStockIsRightIfNothingMoved() {
        var shortage = new Audit(PLAN, OpeningStock.ofEach(PLAN, "all", 1));
        var received = Map.of("A", new Moved(1, 0), "B", new Moved(1, 0));
        var refused = evidence("REJECTED", LINES, List.of(), Map.of(), Map.of(), Map.of());
        var released = evidence("REJECTED", LINES, List.of(), Map.of(), Map.of("A", new Moved(0, 1)), Map.of());
        var rewarded = evidence("REJECTED", LINES, List.of(), REBATES, Map.of(), Map.of());

        assertThat(shortage.findings(refused, received, SOUND).right()).isTrue();
        assertThat(shortage.findings(released, received, SOUND).right()).isFalse();
        assertThat(shortage.findings(rewarded, received, SOUND).right()).isFalse();
    }

    private List<String> differences(Evidence evidence) {
        return audit.findings(evidence, OPENING, SOUND).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private static Evidence evidence(
            String state,
            List<PartnerOrder.Line> lines,
            List<PartnerOrder.Returned> returns,
            Map<Integer, Rebate> rebates,
            Map<String, Moved> shipped,
            Map<String, Moved> restocked) {
        return new Evidence(
                Map.of("1", new PartnerOrder("o", state, lines, returns)),
                Map.of("o", rebates),
                Map.of("order/o", shipped, "return/r", restocked));
    }
}
