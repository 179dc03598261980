/** Who is where: the Eureka server every service registers with and the gateway asks. */
@NullMarked
package com.rebatesuite.discovery;

import org.jspecify.annotations.NullMarked;
