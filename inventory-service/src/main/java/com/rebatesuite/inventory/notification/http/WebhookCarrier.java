package com.rebatesuite.inventory.notification.http;

import com.rebatesuite.inventory.notification.Carrier;
import com.rebatesuite.inventory.notification.ChannelType;
import com.rebatesuite.inventory.notification.Message;
import com.rebatesuite.inventory.notification.NotCarried;
import com.rebatesuite.inventory.notification.Notice;
import com.rebatesuite.inventory.notification.NotificationProperties;
import com.rebatesuite.platform.webhook.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts each notice as a Standard Webhook. Follows nobody, remembers nothing, and waits only so long. */
@Component
class WebhookCarrier implements Carrier, DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout SILENCE = Timeout.ofSeconds(5);
    private static final long DEADLINE_SECONDS = 15;

    private final NotificationProperties properties;
    private final JsonMapper mapper;
    private final Clock clock;
    private final PublicAddresses addresses;
    private final CloseableHttpClient client;

    WebhookCarrier(NotificationProperties properties, JsonMapper mapper, Clock clock) {
        this.properties = properties;
        this.mapper = mapper;
        this.clock = clock;
        this.addresses = new PublicAddresses(properties.allowPrivateTargets());
        this.client = client(addresses, properties.atOnce());
    }

    @Override
    public ChannelType type() {
        return ChannelType.WEBHOOK;
    }

    @Override
    public Optional<Objection> objection(String address) {
        try {
            var url = new URI(address);
            if (url.getHost() == null || url.getUserInfo() != null || !schemeFits(url)) {
                return refused(address + " (expected: https://host/… without a user)");
            }
            var unused = addresses.resolve(url.getHost());
            return Optional.empty();
        } catch (URISyntaxException | UnknownHostException unusable) {
            return refused(String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public void carry(Message message) {
        var request = request(message);
        // A timeout of the client is one of silence: whoever sends a byte now and then must come to an end, too.
        var deadline = CompletableFuture.runAsync(
                request::abort, CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS));
        try {
            int status = client.execute(request, response -> response.getCode());
            if (status < 200 || status > 299) {
                throw NotCarried.thisTime("answered " + status + " (expected: 2xx)", null);
            }
        } catch (IOException broken) {
            throw NotCarried.thisTime(broken.getClass().getSimpleName() + ": " + broken.getMessage(), broken);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }

    private HttpPost request(Message message) {
        var now = clock.instant();
        var notice = message.notices().getFirst();
        var body = mapper.writeValueAsBytes(
                new WebhookBody(notice.type(), notice.facts().occurredAt(), notice.facts()));
        var id = message.id().toString();
        var timestamp = Long.toString(now.getEpochSecond());
        var secrets = Objects.requireNonNull(message.channel().secrets()).validAt(now);
        var request = new HttpPost(message.channel().address());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader("webhook-signature", signatures(secrets, id, timestamp, body));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return request;
    }

    /** One for each secret, so that the receiver may change to the next one when it likes. */
    private static String signatures(List<String> secrets, String id, String timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> new WebhookSecret(secret).sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private boolean schemeFits(URI url) {
        return "https".equals(url.getScheme()) || (properties.allowPrivateTargets() && "http".equals(url.getScheme()));
    }

    private static Optional<Objection> refused(String why) {
        return Optional.of(new Objection(false, "address-refused", "address: " + why));
    }

    private static CloseableHttpClient client(PublicAddresses addresses, int connections) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT)
                        .setResponseTimeout(SILENCE)
                        .build())
                .setUserAgent("rebate-suite-alerts/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The payload: the type and the data of the event that says the same. */
    record WebhookBody(String type, Instant timestamp, Notice.Facts data) {}
}
