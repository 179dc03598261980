package com.rebatesuite.order.payment.web;

import com.rebatesuite.platform.webhook.WebhookProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the payment provider signs its messages with: {@code payment.webhook.secrets}. */
@ConfigurationProperties("payment")
record PaymentProperties(@DefaultValue WebhookProperties webhook) {}
