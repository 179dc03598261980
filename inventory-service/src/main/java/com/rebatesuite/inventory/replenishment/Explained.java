package com.rebatesuite.inventory.replenishment;

/** Units, and how one comes to so many. */
record Explained(long units, String how) {}
