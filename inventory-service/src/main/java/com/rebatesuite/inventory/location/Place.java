package com.rebatesuite.inventory.location;

/**
 * What allocation needs to know of a location.
 *
 * @param priority the lowest comes first
 * @param sellable whether orders are served from there; a quarantine is not
 */
public record Place(String name, int priority, boolean sellable) implements Comparable<Place> {

    /** The priority of a place nobody has listed. */
    public static final int ORDINARY = 100;

    /** A place that has goods although nobody has listed it. */
    public static Place unlisted(String name) {
        return new Place(name, ORDINARY, true);
    }

    /** By priority, and by name where that is equal. */
    @Override
    public int compareTo(Place other) {
        int byPriority = Integer.compare(priority, other.priority);
        return byPriority != 0 ? byPriority : name.compareTo(other.name);
    }
}
