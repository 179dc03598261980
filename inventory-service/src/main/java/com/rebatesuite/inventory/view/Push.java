package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.StockLevel;
import java.io.IOException;

/** The way to one watcher. */
public interface Push {

    /** Shows a level as it is now. */
    void show(StockLevel level) throws IOException;

    /** Shows that the line is alive. */
    void heartbeat() throws IOException;

    /** Ends it in good order. */
    void end();
}
