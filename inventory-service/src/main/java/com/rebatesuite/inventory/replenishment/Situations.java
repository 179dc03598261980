package com.rebatesuite.inventory.replenishment;

import com.rebatesuite.inventory.level.LevelKey;
import java.util.Collection;
import java.util.List;

/**
 * What active rules are to be decided on. Level and incoming goods are read at one moment, so that goods that are
 * received meanwhile are never missed in both.
 */
public interface Situations {

    /** The rules for these levels, by level and name. */
    List<Situation> of(Collection<LevelKey> levels);

    /** The same, with the rules locked until the transaction ends: nobody else can propose for these levels meanwhile. */
    List<Situation> locked(Collection<LevelKey> levels);

    /** Rules after this one, by their names. */
    List<Situation> after(String ruleId, int limit);
}
