package com.rebatesuite.deploy.backends;

/** A Redis server on localhost, without a password. */
public interface RedisBackend extends Backend {

    /** The port it listens on. */
    int port();
}
