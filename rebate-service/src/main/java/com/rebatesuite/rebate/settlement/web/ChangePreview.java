package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.rebate.settlement.ChangeAnswer.LineChange;
import com.rebatesuite.rebate.settlement.ChangeAnswer.Would;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines would keep of their rebate; nothing was changed. Without {@code after} only the ledger can say. */
record ChangePreview(boolean dryRun, String orderId, List<Line> lines) {

    static ChangePreview of(Would would) {
        return new ChangePreview(
                true, would.orderId(), would.lines().stream().map(Line::of).toList());
    }

    record Line(
            int line,
            String bucket,
            MoneyView before,
            @Nullable MoneyView after) {

        static Line of(LineChange change) {
            var currency = change.currency();
            var after = change.after();
            return new Line(
                    change.line(),
                    change.bucket(),
                    new MoneyView(currency, change.before()),
                    after == null ? null : new MoneyView(currency, after));
        }
    }
}
