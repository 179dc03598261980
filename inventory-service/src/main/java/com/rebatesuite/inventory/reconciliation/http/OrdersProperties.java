package com.rebatesuite.inventory.reconciliation.http;

import com.rebatesuite.platform.client.ClientLimits;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How order-service is asked how orders stand.
 *
 * @param client whose token is sent along
 */
@ConfigurationProperties("reconciliation.orders")
record OrdersProperties(
        @DefaultValue("http://order-service") URI url,
        @DefaultValue("orders") String client,
        @DefaultValue ClientLimits limits) {}
