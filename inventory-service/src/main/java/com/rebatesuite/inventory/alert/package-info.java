/** Shortages as people see them: raised, acknowledged and cleared, and when a product will be gone. */
@NullMarked
package com.rebatesuite.inventory.alert;

import org.jspecify.annotations.NullMarked;
