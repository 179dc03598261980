package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RebateRule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Rules by id, and the versions of one from the newest on; the cursor is the last one shown. */
@Component
class RulePages {

    static final int MOST = 200;

    private final AppliedRules applied;

    RulePages(AppliedRules applied) {
        this.applied = applied;
    }

    Page<RuleResponse> rules(@Nullable String cursor, int pageSize) {
        var after = Cursor.decode(cursor, 1).map(place -> place.part(0)).orElse("");
        var rest = applied.all().stream()
                .filter(rule -> rule.ruleId().compareTo(after) > 0)
                .map(RuleResponse::of)
                .limit(required(pageSize) + 1L)
                .toList();
        return page(rest, pageSize, RuleResponse::ruleId);
    }

    Page<VersionResponse> history(RebateRule rule, @Nullable String cursor, int pageSize) {
        int before =
                Cursor.decode(cursor, 1).map(place -> number(place.part(0))).orElse(Integer.MAX_VALUE);
        var rest = rule.versions().reversed().stream()
                .filter(version -> version.version() < before)
                .map(VersionResponse::of)
                .limit(required(pageSize) + 1L)
                .toList();
        return page(rest, pageSize, version -> Integer.toString(version.version()));
    }

    private static <T> Page<T> page(List<T> rest, int pageSize, Function<T, String> place) {
        if (rest.size() <= pageSize) {
            return new Page<>(rest, null);
        }
        var shown = rest.subList(0, pageSize);
        return new Page<>(shown, Cursor.of(place.apply(shown.getLast())).encode());
    }

    private static int required(int pageSize) {
        if (pageSize < 1 || pageSize > MOST) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-page-size",
                    "page_size: " + pageSize + " (expected: 1.." + MOST + ")"));
        }
        return pageSize;
    }

    private static int number(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException foreign) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-cursor", "cursor: " + part + " (expected: one of this list)"));
        }
    }
}
