/** Counts over HTTP. */
@NullMarked
package com.rebatesuite.inventory.count.web;

import org.jspecify.annotations.NullMarked;
