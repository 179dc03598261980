/** An operator stops what is paid out of an account, and lets it go again. */
@NullMarked
package com.rebatesuite.rebate.account;

import org.jspecify.annotations.NullMarked;
