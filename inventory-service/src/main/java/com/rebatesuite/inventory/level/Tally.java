package com.rebatesuite.inventory.level;

/** Units by what has become of them, as the movement of that sequence left them; 0 when there never was one. */
public record Tally(Deltas units, long sequence) {}
