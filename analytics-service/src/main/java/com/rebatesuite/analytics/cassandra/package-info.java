/** One session that comes up when Cassandra does, and the migrations of the keyspace. */
@NullMarked
package com.rebatesuite.analytics.cassandra;

import org.jspecify.annotations.NullMarked;
