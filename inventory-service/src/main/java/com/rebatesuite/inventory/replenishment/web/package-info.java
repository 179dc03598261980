/** Rules and replenishments for operators. */
@NullMarked
package com.rebatesuite.inventory.replenishment.web;

import org.jspecify.annotations.NullMarked;
