/** Where the app reports behaviour. */
@NullMarked
package com.rebatesuite.analytics.behaviour.web;

import org.jspecify.annotations.NullMarked;
