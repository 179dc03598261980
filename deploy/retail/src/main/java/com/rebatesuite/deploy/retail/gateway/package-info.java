/** The suite as the replay sees it: the gateway's endpoints, asked again until they answer. */
@NullMarked
package com.rebatesuite.deploy.retail.gateway;

import org.jspecify.annotations.NullMarked;
