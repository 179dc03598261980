package com.rebatesuite.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What changed between the schemas as they were recorded and as they are now. */
final class Compatibility {

    private final List<String> breaks = new ArrayList<>();
    private final List<String> additions = new ArrayList<>();

    private Compatibility() {}

    static Compatibility between(
            SortedMap<String, SortedMap<String, Property>> recorded,
            SortedMap<String, SortedMap<String, Property>> now) {
        var changes = new Compatibility();
        var types = new TreeSet<>(recorded.keySet());
        types.addAll(now.keySet());
        for (var type : types) {
            var before = recorded.get(type);
            var after = now.get(type);
            if (after == null) {
                changes.breaks.add(type + ": removed (expected: kept, consumers may still read it)");
            } else if (before == null) {
                changes.additions.add(type + ": new");
            } else {
                changes.compare(type, before, after);
            }
        }
        return changes;
    }

    /** Changes that would break a consumer; each message names what was found and what was expected. */
    List<String> breaks() {
        return breaks;
    }

    /** Changes that harm nobody and are to be recorded. */
    List<String> additions() {
        return additions;
    }

    private void compare(String type, SortedMap<String, Property> before, SortedMap<String, Property> after) {
        before.forEach((path, property) -> compare(type + " " + path, property, after.get(path)));
        after.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .forEach(path -> additions.add(type + " " + path + ": new"));
    }

    private void compare(String path, Property before, @org.jspecify.annotations.Nullable Property after) {
        if (after == null) {
            breaks.add(path + ": removed or renamed (expected: " + before.type() + ")");
            return;
        }
        if (!after.type().equals(before.type())) {
            breaks.add(path + ": " + after.type() + " (expected: " + before.type() + ")");
        }
        if (before.required() && !after.required()) {
            breaks.add(path + ": optional (expected: required, consumers rely on it)");
        }
        if (!before.required() && after.required()) {
            additions.add(path + ": required from now on");
        }
        compareAllowed(path, before.allowed(), after.allowed());
    }

    private void compareAllowed(String path, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            breaks.add(path + ": restricted to " + after + " (expected: any value)");
        } else if (after.isEmpty() || !after.containsAll(before)) {
            breaks.add(path + ": allows " + (after.isEmpty() ? "any value" : after) + " (expected: " + before
                    + ", and more at most)");
        } else {
            additions.add(path + ": allows " + after + " from now on");
        }
    }
}
