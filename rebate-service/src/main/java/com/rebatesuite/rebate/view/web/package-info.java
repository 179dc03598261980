/** The views over HTTP. */
@NullMarked
package com.rebatesuite.rebate.view.web;

import org.jspecify.annotations.NullMarked;
