package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.rebate.settlement.ChangeAnswer.Changed;
import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order as it stands after a change; {@code id} is the amendment's or the rejection's. */
record ChangeResponse(String id, String orderId, long version, String state, List<Line> lines) {

    static ChangeResponse of(Changed changed) {
        var order = changed.order();
        return new ChangeResponse(
                changed.id(),
                order.orderId(),
                order.version(),
                order.state(),
                order.lines().stream().map(Line::of).toList());
    }

    record Line(
            int line,
            MoneyView base,
            MoneyView earned,
            MoneyView reversed,
            String bucket,
            @Nullable String reason) {

        static Line of(LineView line) {
            return new Line(line.line(), line.base(), line.earned(), line.reversed(), line.bucket(), line.reason());
        }
    }
}
