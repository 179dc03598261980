package com.rebatesuite.inventory.location;

/**
 * A place where goods are, as operators have listed it.
 *
 * @param version counts its changes
 */
public record Location(Place place, String title, long version) {}
