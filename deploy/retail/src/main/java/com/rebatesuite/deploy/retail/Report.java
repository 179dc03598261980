package com.rebatesuite.deploy.retail;

import com.rebatesuite.deploy.retail.check.Figure;
import com.rebatesuite.deploy.retail.check.Findings;
import com.rebatesuite.deploy.retail.invoices.Order;
import com.rebatesuite.deploy.retail.invoices.Plan;
import java.io.PrintStream;

/** What is printed at the end. */
final class Report {

    private static final int MOST_DIFFERENCES = 20;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** What the file holds, before anything is sent. */
    void plan(Plan plan) {
        var lines = plan.orders().stream().mapToLong(Order::lineCount).sum();
        say("%,d orders with %,d lines, %,d returns"
                .formatted(plan.orders().size(), lines, plan.returns().size()));
        var rows = plan.returnRows();
        say("Return rows matched with purchases: %,d fully, %,d partly, %,d not at all; units: %,d matched, %,d not"
                .formatted(rows.fully(), rows.partly(), rows.notAtAll(), rows.unitsMatched(), rows.unitsNotMatched()));
        if (!plan.unusable().isEmpty()) {
            say("Rows not sent:");
            plan.unusable().forEach((reason, tally) -> say("  %,9d  %s".formatted(tally.rows(), reason.text())));
        }
    }

    void findings(Findings findings) {
        say("");
        say("%-42s %15s %15s".formatted("", "expected", "found"));
        findings.figures().forEach(figure -> say(row(figure)));
        say("");
        findings.differences().stream().limit(MOST_DIFFERENCES).forEach(difference -> say("  " + difference));
        if (findings.differences().size() > MOST_DIFFERENCES) {
            say("  … and %,d more".formatted(findings.differences().size() - MOST_DIFFERENCES));
        }
        say(
                findings.right()
                        ? "No difference."
                        : "%,d differences.".formatted(findings.differences().size()));
    }

    private static String row(Figure figure) {
        return "%-42s %,15d %,15d  %s"
                .formatted(figure.name(), figure.expected(), figure.found(), figure.right() ? "ok" : "DIFFERS");
    }

    private void say(String text) {
        out.println(text);
    }
}
