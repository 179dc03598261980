/** How the HTTP interface describes itself: what the platform adds to controllers is said there too. */
@NullMarked
package com.rebatesuite.platform.openapi;

import org.jspecify.annotations.NullMarked;
