/** What HTTP says about pages that there are not. */
@NullMarked
package com.rebatesuite.rebate.listing.web;

import org.jspecify.annotations.NullMarked;
