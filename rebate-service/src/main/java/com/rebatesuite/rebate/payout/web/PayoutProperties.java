package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.platform.webhook.WebhookProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the payout provider signs its messages with: {@code payout.webhook.secrets}. */
@ConfigurationProperties("payout")
record PayoutProperties(@DefaultValue WebhookProperties webhook) {}
