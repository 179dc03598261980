/** Receipts, adjustments and the journal over HTTP. */
@NullMarked
package com.rebatesuite.inventory.movement.web;

import org.jspecify.annotations.NullMarked;
