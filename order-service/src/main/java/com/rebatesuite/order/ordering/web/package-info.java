/** Orders over HTTP, for shoppers and operators. */
@NullMarked
package com.rebatesuite.order.ordering.web;

import org.jspecify.annotations.NullMarked;
