/** Transfers over HTTP. */
@NullMarked
package com.rebatesuite.inventory.transfer.web;

import org.jspecify.annotations.NullMarked;
