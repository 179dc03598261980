/** Tests with tiny programs in place of the suite's. */
@NullMarked
package com.rebatesuite.deploy.local;

import org.jspecify.annotations.NullMarked;
