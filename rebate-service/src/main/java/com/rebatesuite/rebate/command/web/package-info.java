/** What HTTP says when a command could not be written. */
@NullMarked
package com.rebatesuite.rebate.command.web;

import org.jspecify.annotations.NullMarked;
