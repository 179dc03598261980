package com.rebatesuite.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.netflix.eureka.EurekaClientConfigBean;
import org.springframework.cloud.netflix.eureka.server.EurekaServerConfigBean;
import org.springframework.context.annotation.Configuration;

/** What application.yaml says, profile by profile. */
class DiscoverySettingsTest {

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void isCalmByDefault() {
        settings.withPropertyValues("EUREKA_PASSWORD=secret").run(context -> {
            var server = context.getBean(EurekaServerConfigBean.class);
            assertThat(server.shouldEnableSelfPreservation()).isTrue();
            assertThat(server.getEvictionIntervalTimerInMs()).isEqualTo(60_000);
            assertThat(server.getResponseCacheUpdateIntervalMs()).isEqualTo(30_000);
            var client = context.getBean(EurekaClientConfigBean.class);
            assertThat(client.shouldRegisterWithEureka()).isFalse();
            assertThat(client.getEurekaServerServiceUrls("any")).containsExactly("http://localhost:8761/eureka/");
        });
    }

    @Test
    void forgetsQuicklyAndHasAPasswordOnALaptop() {
        settings.withPropertyValues("spring.profiles.active=local").run(context -> {
            var server = context.getBean(EurekaServerConfigBean.class);
            assertThat(server.shouldEnableSelfPreservation()).isFalse();
            assertThat(server.shouldUseReadOnlyResponseCache()).isFalse();
            assertThat(server.getEvictionIntervalTimerInMs()).isEqualTo(1_000);
            assertThat(context.getBean(DiscoveryLogin.class)).isEqualTo(new DiscoveryLogin("eureka", "eureka"));
        });
    }

    @Test
    void joinsItsPeers() {
        settings.withPropertyValues(
                        "spring.profiles.active=peer",
                        "EUREKA_PASSWORD=secret",
                        "EUREKA_PEERS=http://eureka:secret@one:8761/eureka/,http://eureka:secret@two:8761/eureka/")
                .run(context -> {
                    var client = context.getBean(EurekaClientConfigBean.class);
                    assertThat(client.shouldRegisterWithEureka()).isTrue();
                    assertThat(client.shouldFetchRegistry()).isTrue();
                    assertThat(client.getEurekaServerServiceUrls("any"))
                            .containsExactly(
                                    "http://eureka:secret@one:8761/eureka/", "http://eureka:secret@two:8761/eureka/");
                });
    }

    @Test
    void doesNotStartWithoutAPasswordAndSaysWhatIsMissing() {
        settings.run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .hasRootCauseMessage("EUREKA_PASSWORD: '' (expected: a password; profile local has one)"));
    }

    @Test
    void neverShowsItsPassword() {
        assertThat(new DiscoveryLogin("eureka", "secret")).hasToString("DiscoveryLogin[user=eureka]");
        assertThatThrownBy(() -> new DiscoveryLogin(" ", "secret")).hasMessageStartingWith("EUREKA_USER: ''");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({DiscoveryLogin.class, EurekaServerConfigBean.class, EurekaClientConfigBean.class})
    static class Settings {}
}
