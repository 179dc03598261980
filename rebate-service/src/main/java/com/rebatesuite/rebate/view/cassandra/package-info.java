/** The views in Cassandra, written so that repeats and reorderings end in the same rows. */
@NullMarked
package com.rebatesuite.rebate.view.cassandra;

import org.jspecify.annotations.NullMarked;
