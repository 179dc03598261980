package com.rebatesuite.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.PlatformIT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityIT extends PlatformIT {

    @ParameterizedTest
    @CsvSource({"/api/me,shop", "/ops/me,ops", "/partners/me,partner", "/internal/me,service"})
    void opensADoorToItsScopeOnly(String path, String scope) {
        assertThat(send(as(token("alice", scope), path)).statusCode()).isEqualTo(200);
        for (var other : new String[] {"shop", "ops", "partner", "service", "openid"}) {
            var expected = other.equals(scope) ? 200 : 403;
            assertThat(send(as(token("alice", other), path)).statusCode())
                    .as(other + " at " + path)
                    .isEqualTo(expected);
        }
        var anonymous = send(at(path));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(anonymous.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(anonymous.body()).contains("\"code\":\"unauthenticated\"", "\"trace_id\":");
    }

    @Test
    void answersAForbiddenRequestAsAProblem() {
        var forbidden = send(as(token("alice", "shop"), "/ops/me"));

        assertThat(forbidden.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(forbidden.body()).contains("\"code\":\"forbidden\"", "\"retryable\":false");
    }

    @Test
    void refusesTokensThatAreForgedOrOld() {
        var token = token("alice", "shop");
        var old = Backends.issuer()
                .token("alice", Map.of("exp", Date.from(Instant.now().minusSeconds(600))), "shop");
        var foreign = Backends.issuer().token("alice", Map.of("iss", "http://elsewhere"), "shop");

        assertThat(send(as(token.substring(0, token.length() - 8) + "AAAAAAAA", "/api/me"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(as(old, "/api/me")).statusCode()).isEqualTo(401);
        assertThat(send(as(foreign, "/api/me")).statusCode()).isEqualTo(401);
        assertThat(send(as("nonsense", "/api/me")).statusCode()).isEqualTo(401);
    }

    @Test
    void shutsWhatHasNoDoor() {
        assertThat(send(as(token("alice", "shop", "ops"), "/elsewhere")).statusCode())
                .isEqualTo(403);
        assertThat(send(at("/elsewhere")).statusCode()).isEqualTo(401);
    }

    @Test
    void leavesWebhooksToTheirSignature() {
        assertThat(send(at("/webhooks/open")).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheControllerWhoCalls() {
        assertThat(send(as(token("olga", "shop", "ops"), "/api/me")).body())
                .contains("\"subject\":\"olga\"", "\"operator\":true");
        assertThat(send(as(token("alice", "shop"), "/api/me")).body())
                .contains("\"subject\":\"alice\"", "\"operator\":false");
        var partner = Backends.issuer().token("partner-retail", Map.of("partner", "retail"), "partner");
        assertThat(send(as(partner, "/partners/who")).body()).contains("retail");
    }

    @Test
    void refusesAPartnerTokenThatNamesNoPartner() {
        assertThat(send(as(token("partner-retail", "partner"), "/partners/who")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensOnlyHealthInfoAndPrometheusOnTheManagementPort() {
        assertThat(send(atManagement("/actuator/health/liveness")).statusCode()).isEqualTo(200);
        assertThat(send(atManagement("/actuator/health/readiness")).statusCode())
                .isEqualTo(200);
        assertThat(send(atManagement("/actuator/info")).statusCode()).isEqualTo(200);
        var metrics = send(atManagement("/actuator/prometheus"));
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("outbox_lag_seconds", "outbox_rows", "outbox_sent_total");
        for (var closed : new String[] {"env", "beans", "heapdump", "shutdown", "bindings", "loggers", "threaddump"}) {
            assertThat(send(atManagement("/actuator/" + closed)).statusCode()).isIn(401, 403, 404);
            assertThat(send(at("/actuator/" + closed)).statusCode()).isIn(401, 403, 404);
        }
    }
}
