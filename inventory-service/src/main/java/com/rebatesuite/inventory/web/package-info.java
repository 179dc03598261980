/** What everything has in common that operators do over HTTP. */
@NullMarked
package com.rebatesuite.inventory.web;

import org.jspecify.annotations.NullMarked;
