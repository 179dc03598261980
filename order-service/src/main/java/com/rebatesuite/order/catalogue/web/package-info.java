/** The catalogue over HTTP. */
@NullMarked
package com.rebatesuite.order.catalogue.web;

import org.jspecify.annotations.NullMarked;
