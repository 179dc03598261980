package com.rebatesuite.deploy.backends;

/** A PostgreSQL server; user and password are {@code postgres}. */
public interface PostgresBackend extends Backend {

    /** The JDBC address of the named database, which is created when it does not exist yet. */
    String jdbcUrl(String database);
}
