/** What the file lets us expect beside what the services say, per order and line. */
@NullMarked
package com.rebatesuite.deploy.retail.check;

import org.jspecify.annotations.NullMarked;
