/** How a shopper gets what is available: where it shall go, and how much of it. */
@NullMarked
package com.rebatesuite.rebate.withdrawal;

import org.jspecify.annotations.NullMarked;
