/** Webhooks as Standard Webhooks has them: signed over id, timestamp and payload. */
@NullMarked
package com.rebatesuite.platform.webhook;

import org.jspecify.annotations.NullMarked;
