package com.rebatesuite.deploy.ledger;

import com.datastax.oss.driver.api.core.CqlSession;

/** Which generation of the views is served: they are made anew under another name and then switched. */
final class Generation {

    private Generation() {}

    /** What the names of the served tables end with. */
    static String serving(CqlSession session) {
        int generation = session.execute("SELECT number, state FROM generation WHERE name = 'views'").all().stream()
                .filter(row -> "serving".equals(row.getString("state")))
                .mapToInt(row -> row.getInt("number"))
                .max()
                .orElseThrow(() -> new IllegalStateException("no generation of the views is served yet"));
        return generation == 1 ? "" : "_" + generation;
    }
}
