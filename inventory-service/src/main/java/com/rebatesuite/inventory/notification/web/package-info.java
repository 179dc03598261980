/** Channels and deliveries over HTTP. */
@NullMarked
package com.rebatesuite.inventory.notification.web;

import org.jspecify.annotations.NullMarked;
