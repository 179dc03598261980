/** Dead letters for operators. */
@NullMarked
package com.rebatesuite.inventory.deadletter.web;

import org.jspecify.annotations.NullMarked;
