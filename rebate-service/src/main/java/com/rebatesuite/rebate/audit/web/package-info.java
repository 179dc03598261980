/** The audit over HTTP. */
@NullMarked
package com.rebatesuite.rebate.audit.web;

import org.jspecify.annotations.NullMarked;
