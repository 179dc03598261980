package com.rebatesuite.inventory.deadletter;

/**
 * A topic of dead letters.
 *
 * @param source where its records come from
 * @param records how many it keeps
 */
public record DeadTopic(String name, String source, long records) {}
