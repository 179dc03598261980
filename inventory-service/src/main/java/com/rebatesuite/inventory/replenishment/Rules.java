package com.rebatesuite.inventory.replenishment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where rules are kept. Nobody overwrites what somebody else has just changed. */
public interface Rules {

    /** The rule of this name. */
    Optional<Rule> of(String id);

    /** Rules after this one, by their names; of one product if it is given. */
    List<Rule> after(String id, @Nullable String sku, int limit);

    /** Takes the rule, with its first version; empty when there is one of that name. */
    Optional<Rule> create(Rule rule);

    /** Takes the rule in place of the version it names, with a new one; empty when that is not the present version. */
    Optional<Rule> replace(Rule rule);

    /** Forgets the rule in this version; false when that is not the present version. */
    boolean delete(String id, long version);
}
