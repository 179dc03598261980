package com.rebatesuite.inventory.notification.http;

import static com.rebatesuite.inventory.notification.NoticeFixture.NOW;
import static com.rebatesuite.inventory.notification.NoticeFixture.OLD_SECRET;
import static com.rebatesuite.inventory.notification.NoticeFixture.SECRET;
import static com.rebatesuite.inventory.notification.NoticeFixture.message;
import static com.rebatesuite.inventory.notification.NoticeFixture.properties;
import static com.rebatesuite.inventory.notification.NoticeFixture.webhook;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.Contract;
import com.rebatesuite.inventory.notification.Carrier.Objection;
import com.rebatesuite.inventory.notification.NotCarried;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real receiver gets what Standard Webhooks promises it. */
class WebhookCarrierTest {

    private static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-00000000000a");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final WebhookCarrier carrier = new WebhookCarrier(properties(10, 50, true), Contract.JSON, clock);
    private final WebhookCarrier strict = new WebhookCarrier(properties(10, 50, false), Contract.JSON, clock);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> answer(exchange, 204));
        server.createContext("/broken", exchange -> answer(exchange, 500));
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "/hook");
            answer(exchange, 302);
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        carrier.destroy();
        strict.destroy();
    }

    @Test
    void signsWithEverySecretThatIsValid() throws Exception {
        carrier.carry(message(ID, webhook(new UUID(0, 1), url("/hook")), 1));

        var request = received.getFirst();
        var timestamp = Long.toString(NOW.getEpochSecond());
        assertThat(request.id()).isEqualTo(ID.toString());
        assertThat(request.timestamp()).isEqualTo(timestamp);
        assertThat(request.signature().split(" "))
                .containsExactly(
                        "v1," + expected(SECRET, timestamp, request.body()),
                        "v1," + expected(OLD_SECRET, timestamp, request.body()));
    }

    @Test
    void saysWhatTheEventSays() {
        carrier.carry(message(ID, webhook(new UUID(0, 1), url("/hook")), 1));

        var said = Contract.JSON.readTree(received.getFirst().body());
        var event = Contract.JSON.readTree(Contract.example("alert-raised.v1"));
        assertThat(said.path("type")).isEqualTo(event.path("type"));
        assertThat(said.path("timestamp")).isEqualTo(event.path("time"));
        assertThat(said.path("data")).isEqualTo(event.path("data"));
    }

    @Test
    void followsNobodyAndTakesOnlySuccessForSuccess() {
        for (var path : List.of("/away", "/broken", "/nothing")) {
            assertThatThrownBy(() -> carrier.carry(message(ID, webhook(new UUID(0, 1), url(path)), 1)))
                    .isInstanceOf(NotCarried.class)
                    .hasMessageContaining("(expected: 2xx)");
        }
        assertThat(received).hasSize(2);
    }

    @Test
    void aReceiverThatIsNotThereIsNoSuccess() {
        server.stop(0);

        assertThatThrownBy(() -> carrier.carry(message(ID, webhook(new UUID(0, 1), url("/hook")), 1)))
                .isInstanceOf(NotCarried.class);
    }

    /** Also at the time of sending: a name may have got another address since. */
    @Test
    void doesNotKnockAtItsOwnDoor() {
        assertThatThrownBy(() -> strict.carry(message(ID, webhook(new UUID(0, 1), url("/hook")), 1)))
                .isInstanceOf(NotCarried.class)
                .hasMessageContaining("private network");
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://user@8.8.8.8/",
                "https://no.such.host.invalid/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "not a url"
            })
    void refusesWhereNoWebhookMayGo(String address) {
        assertThat(strict.objection(address)).map(Objection::code).contains("address-refused");
    }

    @Test
    void letsThroughWhatIsPublic() throws UnknownHostException {
        assertThat(strict.objection("https://8.8.8.8/hook")).isEmpty();
        assertThat(strict.objection("https://[2001:4860:4860::8888]/hook")).isEmpty();
        assertThat(carrier.objection("http://localhost:1/hook")).isEmpty();
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName("100.128.0.1")))
                .isFalse();
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                String.valueOf(headers.getFirst("webhook-id")),
                String.valueOf(headers.getFirst("webhook-timestamp")),
                String.valueOf(headers.getFirst("webhook-signature")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static String expected(String secret, String timestamp, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var content = ID + "." + timestamp + "." + body;
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }

    private record Received(String id, String timestamp, String signature, String body) {}
}
