/** Refilling: rules, what they propose, and how goods are ordered and come in. */
@NullMarked
package com.rebatesuite.inventory.replenishment;

import org.jspecify.annotations.NullMarked;
