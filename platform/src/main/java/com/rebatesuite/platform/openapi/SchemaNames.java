package com.rebatesuite.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How types are called in the description: a record within a record carries the names of both, because two bodies may
 * well have a {@code Line} each, and the description would show one of them for both.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    /** @throws IllegalStateException if another type has the name already: one would be described as the other */
    @Override
    protected String getNameOfClass(Class<?> type) {
        var name = nameOf(type);
        var first = named.computeIfAbsent(name, unused -> type);
        if (first != type) {
            throw new IllegalStateException(
                    "schema %s: %s and %s (expected: one type)".formatted(name, first.getName(), type.getName()));
        }
        return name;
    }

    private static String nameOf(Class<?> type) {
        var around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }
}
