package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.view.AccountView;
import java.io.IOException;

/** The way to one watcher. */
public interface Push {

    /** Shows the account as it is now. */
    void show(AccountView account) throws IOException;

    /** Shows the account as it is now to somebody who has missed changes that are not told any more. */
    void reset(AccountView account) throws IOException;

    /** Shows that the line is alive. */
    void heartbeat() throws IOException;

    /** Says that a newer one of the same shopper takes its place: whoever is still there should not come back at once. */
    void replaced() throws IOException;

    /** Ends it in good order. */
    void end();
}
