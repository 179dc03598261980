/** Shortfalls for operators. */
@NullMarked
package com.rebatesuite.inventory.outside.web;

import org.jspecify.annotations.NullMarked;
