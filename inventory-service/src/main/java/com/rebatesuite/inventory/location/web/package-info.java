/** Places over HTTP. */
@NullMarked
package com.rebatesuite.inventory.location.web;

import org.jspecify.annotations.NullMarked;
