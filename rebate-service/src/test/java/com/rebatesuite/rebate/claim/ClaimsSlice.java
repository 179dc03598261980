package com.rebatesuite.rebate.claim;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The use cases of claims, for a slice. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimsProperties.class)
@Import({Claims.class, FileClaim.class, DecideClaim.class})
public class ClaimsSlice {}
