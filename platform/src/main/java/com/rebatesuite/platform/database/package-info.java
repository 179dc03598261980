/** The platform's own tables, brought in beside the service's. */
@NullMarked
package com.rebatesuite.platform.database;

import org.jspecify.annotations.NullMarked;
