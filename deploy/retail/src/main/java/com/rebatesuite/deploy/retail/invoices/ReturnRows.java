package com.rebatesuite.deploy.retail.invoices;

import java.util.List;
import java.util.Set;

/**
 * How the credit rows of a slice were matched with purchases of the slice. A return of a purchase before the slice counts
 * as not matched.
 */
public record ReturnRows(long fully, long partly, long notAtAll, long unitsMatched, long unitsNotMatched) {

    static ReturnRows of(List<Credited> rows, Set<String> sentReturns) {
        var count = new ReturnRows(0, 0, 0, 0, 0);
        for (var row : rows) {
            var matched = row.parts().stream()
                    .filter(part -> sentReturns.contains(row.returnNumber(part)))
                    .mapToLong(Credited.Part::units)
                    .sum();
            count = count.plus(row.units(), matched);
        }
        return count;
    }

    private ReturnRows plus(long units, long matched) {
        var full = matched == units ? 1 : 0;
        var none = matched == 0 ? 1 : 0;
        return new ReturnRows(
                fully + full,
                partly + 1 - full - none,
                notAtAll + none,
                Math.addExact(unitsMatched, matched),
                Math.addExact(unitsNotMatched, units - matched));
    }
}
