/** How much and how often: the bounds on what one caller may send. */
@NullMarked
package com.rebatesuite.gateway.limit;

import org.jspecify.annotations.NullMarked;
