/** What was agreed with each merchant about its rebates. */
@NullMarked
package com.rebatesuite.rebate.merchant;

import org.jspecify.annotations.NullMarked;
