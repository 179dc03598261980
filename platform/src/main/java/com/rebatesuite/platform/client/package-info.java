/** How one service asks another over HTTP: found by name, with a token of its own, and never for long. */
@NullMarked
package com.rebatesuite.platform.client;

import org.jspecify.annotations.NullMarked;
