/** Claims over HTTP: shoppers file them, operators decide. */
@NullMarked
package com.rebatesuite.rebate.claim.web;

import org.jspecify.annotations.NullMarked;
