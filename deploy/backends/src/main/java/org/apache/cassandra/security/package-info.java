/** One class under Cassandra's own name, put first on its class path so that it starts on JDK 24 and newer. */
@org.jspecify.annotations.NullMarked
package org.apache.cassandra.security;
