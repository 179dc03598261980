/** Starts, watches, restarts and stops the whole suite on one machine: what is behind deploy/up. */
@NullMarked
package com.rebatesuite.deploy.local;

import org.jspecify.annotations.NullMarked;
