package com.rebatesuite.deploy.local;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param repository the root of the source tree
 * @param run everything the running suite writes
 */
record Layout(Path repository, Path run) {

    /** The unpacked program, which starts faster than the one jar it comes in. */
    Path program(String name) {
        return run.resolve("apps").resolve(name).resolve(name + "-0.1.0-SNAPSHOT.jar");
    }

    Path data(String part) {
        return run.resolve("data").resolve(part);
    }

    Path log(String part) {
        return run.resolve("logs").resolve(part + ".log");
    }

    Path status() {
        return run.resolve("status.json");
    }

    Path lock() {
        return run.resolve("lock");
    }

    Path topics() {
        return repository.resolve("contracts/topics.json");
    }

    Path catalogue() {
        return repository.resolve("deploy/catalogue.json");
    }
}
