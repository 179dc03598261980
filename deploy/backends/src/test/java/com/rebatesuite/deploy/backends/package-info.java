/** Tests of the servers themselves. */
@NullMarked
package com.rebatesuite.deploy.backends;

import org.jspecify.annotations.NullMarked;
