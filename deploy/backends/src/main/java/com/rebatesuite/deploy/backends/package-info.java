/** Real servers on this machine: Kafka, Cassandra, PostgreSQL, Redis and a token issuer, for tests and for deploy/up. */
@NullMarked
package com.rebatesuite.deploy.backends;

import org.jspecify.annotations.NullMarked;
