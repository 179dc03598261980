package com.rebatesuite.deploy.local;

/** What stands on what; stopped from the last to the first, so that nothing loses the ground it stands on. */
enum Layer {
    BACKEND,
    FOUNDATION,
    SERVICE,
    DOOR
}
