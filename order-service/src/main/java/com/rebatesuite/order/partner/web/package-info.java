/** The partner feed over HTTP. */
@NullMarked
package com.rebatesuite.order.partner.web;

import org.jspecify.annotations.NullMarked;
