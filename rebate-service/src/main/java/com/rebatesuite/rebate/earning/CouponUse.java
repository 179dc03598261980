package com.rebatesuite.rebate.earning;

import java.util.List;

/** A coupon that brought nothing after all is kept for another order, so no part may name it. */
final class CouponUse {

    private CouponUse() {}

    static boolean broughtAnything(List<EarnedLine> lines) {
        return lines.stream()
                .flatMap(line -> line.parts().stream())
                .anyMatch(part -> part.couponId() != null && part.minor() > 0);
    }

    static List<EarnedLine> without(List<EarnedLine> lines) {
        return lines.stream().map(CouponUse::without).toList();
    }

    private static EarnedLine without(EarnedLine line) {
        if (line.parts().stream().allMatch(part -> part.couponId() == null)) {
            return line;
        }
        var parts = line.parts().stream()
                .map(part -> new Part(part.role(), part.rule(), null, part.minor(), part.steps()))
                .toList();
        return new EarnedLine(line.line(), parts, line.reason());
    }
}
