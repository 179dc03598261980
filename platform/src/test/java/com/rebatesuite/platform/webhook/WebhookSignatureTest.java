package com.rebatesuite.platform.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_bG9jYWwtcGF5bWVudC13ZWJob29rLXNlY3JldA==";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SENT = "1614265330";
    /** From the Standard Webhooks test vectors: made by somebody else's code. */
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_614_265_330), ZoneOffset.UTC);
    private final WebhookSignature signature =
            new WebhookProperties(List.of(NEW, OLD), Duration.ofMinutes(5)).signature(clock);

    @Test
    void acceptsAForeignSignatureAmongOthers() {
        assertThatCode(() -> signature.check(ID, SENT, "v1a,xyz v1,AAAA " + SIGNATURE, BODY))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsBothSecretsWhileOneReplacesTheOther() {
        assertThatCode(() -> signature.check(ID, SENT, new WebhookSecret(NEW).sign(ID, SENT, BODY), BODY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1,AAAA", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "rubbish"})
    void refusesWhatIsNotSignedByUs(String signatures) {
        assertThatThrownBy(() -> signature.check(ID, SENT, signatures, BODY)).isInstanceOf(BadSignature.class);
    }

    @Test
    void refusesAnotherBodyIdOrTime() {
        var other = "{\"test\": 2432232315}".getBytes(UTF_8);

        assertThatThrownBy(() -> signature.check(ID, SENT, SIGNATURE, other)).isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> signature.check("msg_2", SENT, SIGNATURE, BODY))
                .isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> signature.check(ID, "1614265331", SIGNATURE, BODY))
                .isInstanceOf(BadSignature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1614265029", "1614265631", "", "yesterday", "99999999999999999999"})
    void refusesWhatIsOldOrEarlyOrNoTime(String timestamp) {
        assertThatThrownBy(() -> signature.check(ID, timestamp, SIGNATURE, BODY))
                .hasMessageContaining("webhook-timestamp");
    }

    @Test
    void signsAsSomebodyElsesCodeDoes() {
        assertThat(new WebhookSecret(OLD).sign(ID, SENT, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void wantsASecretThatIsOne() {
        assertThatThrownBy(() -> new WebhookProperties(List.of(), Duration.ofMinutes(5)))
                .hasMessageContaining("expected: at least one");
        assertThatThrownBy(() -> new WebhookProperties(List.of("whsec_c2hvcnQ="), Duration.ofMinutes(5)))
                .hasMessageContaining("5 bytes (expected: 24 or more)")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
