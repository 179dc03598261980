package com.rebatesuite.order.hold.http;

import com.rebatesuite.platform.client.ClientLimits;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inventory is asked for a hold.
 *
 * @param client whose token is sent along
 */
@ConfigurationProperties("hold")
record HoldProperties(
        @DefaultValue("http://inventory-service") URI url,
        @DefaultValue("inventory") String client,
        @DefaultValue ClientLimits limits) {}
