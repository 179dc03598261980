package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.platform.problem.Problems;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * The ETag of thresholds: what they say. The level's sequence would not do: it moves with every sale, so that thresholds of
 * a product that sells could never be edited.
 */
final class ThresholdsTag {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})-(\\d{1,18})-(\\d{1,18})\"");

    private ThresholdsTag() {}

    static String of(Thresholds thresholds) {
        return "\"" + thresholds.safetyStock() + "-" + thresholds.reorderPoint() + "-" + thresholds.hysteresis() + "\"";
    }

    /** The thresholds an If-Match header names. */
    static Thresholds read(String ifMatch) {
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-etag", "If-Match: " + ifMatch + " (expected: an ETag of thresholds)"));
        }
        return new Thresholds(Long.parseLong(tag.group(1)), Long.parseLong(tag.group(2)), Long.parseLong(tag.group(3)));
    }
}
