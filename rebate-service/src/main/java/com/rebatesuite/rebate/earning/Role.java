package com.rebatesuite.rebate.earning;

import java.util.Locale;

/** Whether a part is what a line earns by itself, or comes on top. */
public enum Role {
    BASE,
    BONUS;

    /** The name in events and in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
