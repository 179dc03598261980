package com.rebatesuite.inventory.view;

import java.util.Optional;
import java.util.UUID;

/** Rebuilds of the fast view, as all replicas know of them. */
public interface Rebuilds {

    /** Takes it over as the one that runs, or answers the other that does. */
    Rebuild begin(Rebuild rebuild);

    /** How far it is by now; also a sign of life. */
    void note(Rebuild rebuild);

    /** It runs no more. */
    void end(Rebuild rebuild);

    /** One that began within the last day. One whose replica has died counts as failed. */
    Optional<Rebuild> of(UUID id);
}
