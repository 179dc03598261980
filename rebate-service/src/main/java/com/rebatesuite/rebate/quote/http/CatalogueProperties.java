package com.rebatesuite.rebate.quote.http;

import com.rebatesuite.platform.client.ClientLimits;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the catalogue is asked.
 *
 * @param client whose token is sent along
 */
@ConfigurationProperties("quote.catalogue")
record CatalogueProperties(
        @DefaultValue("http://order-service") URI url,
        @DefaultValue("orders") String client,
        @DefaultValue ClientLimits limits) {}
