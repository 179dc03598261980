package com.rebatesuite.deploy.local;

/**
 * Where the suite can be reached; every port lies the offset above its usual place, so that two suites fit on a machine.
 */
record Addresses(int offset) {

    private static final int HIGHEST_USUAL_PORT = 19_093;
    private static final int HIGHEST_PORT = 65_535;

    Addresses {
        if (offset < 0 || offset > HIGHEST_PORT - HIGHEST_USUAL_PORT) {
            throw new IllegalArgumentException(
                    "port offset: " + offset + " (expected: 0.." + (HIGHEST_PORT - HIGHEST_USUAL_PORT) + ")");
        }
    }

    int port(int usual) {
        return usual + offset;
    }

    String gateway() {
        return "http://localhost:" + port(Suite.GATEWAY);
    }

    String identity() {
        return "http://localhost:" + port(Suite.IDENTITY);
    }

    String tokens() {
        return identity() + "/oauth2/token";
    }

    String discovery() {
        return "http://localhost:" + port(Suite.DISCOVERY);
    }

    String database(String name) {
        return "jdbc:postgresql://localhost:" + port(Suite.POSTGRES) + "/" + name;
    }
}
