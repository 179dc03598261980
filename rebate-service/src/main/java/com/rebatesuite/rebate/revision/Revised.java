package com.rebatesuite.rebate.revision;

/** Something whose every change has a number. */
public interface Revised {

    /** Which thing it is: the key of its topic. */
    String key();

    /** How often it was changed, its making included. */
    int revision();
}
