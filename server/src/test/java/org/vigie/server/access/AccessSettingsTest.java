package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class AccessSettingsTest {
  private static AccessSettings bind(Map<String, String> settings) {
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return binder.bindOrCreate(
        "vigie.access",
        Bindable.of(AccessSettings.class),
        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, unbound -> true));
  }

  @Test
  void settings_unset_areTheDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new AccessSettings(
            URI.create("http://localhost:8080"),
            true,
            Duration.ofHours(72),
            Duration.ofHours(1),
            Duration.ofHours(12),
            new AccessSettings.Oidc("", "", "", "SSO")));
  }

  @Test
  void settings_set_mapToTheirKeys() {
    AccessSettings settings = bind(Map.of(
        "vigie.access.base-url", "https://vigie.example.org:8443",
        "vigie.access.hma-from-local", "false",
        "vigie.access.enrolment-validity", "2h",
        "vigie.access.session-idle", "20m",
        "vigie.access.session-max", "3h",
        "vigie.access.oidc.issuer", "https://id.example.org",
        "vigie.access.oidc.client-id", "vigie",
        "vigie.access.oidc.client-secret", "invented",
        "vigie.access.oidc.name", "Example"));
    assertThat(settings)
        .isEqualTo(new AccessSettings(
            URI.create("https://vigie.example.org:8443"),
            false,
            Duration.ofHours(2),
            Duration.ofMinutes(20),
            Duration.ofHours(3),
            new AccessSettings.Oidc("https://id.example.org", "vigie", "invented", "Example")));
    assertThat(settings.toString()).doesNotContain("invented");
  }

  @Test
  void secret_inTheEnvironment_isRead() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("VIGIE_ACCESS_OIDC_CLIENT_SECRET", "invented")));
    assertThat(Binder.get(environment)
            .bindOrCreate("vigie.access", AccessSettings.class)
            .oidc()
            .clientSecret())
        .isEqualTo("invented");
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, ftp://vigie.example.org",
    "base-url, https://vigie.example.org/path",
    "base-url, localhost",
    "enrolment-validity, 1m",
    "session-idle, 10s",
    "session-max, 30m",
    "oidc.issuer, https://id.example.org"
  })
  void settings_outOfRange_areErrors(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of("vigie.access." + key, value)))
        .isInstanceOf(BindException.class)
        .rootCause()
        .hasMessageContaining("vigie.access.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, true",
    "http://127.0.0.1:8080, true",
    "http://[::1]:8080, true",
    "https://vigie.example.org, false",
    "http://localhost.example.org, false",
    "http://192.0.2.7:8080, false",
  })
  void baseUrl_eachHost_isForThisMachineOrNot(String url, boolean expected) {
    assertThat(bind(Map.of("vigie.access.base-url", url)).isForThisMachine()).isEqualTo(expected);
  }

  @Test
  void settings_unknownKey_isAnError() {
    assertThatThrownBy(() -> bind(Map.of("vigie.access.hma-from-locals", "false")))
        .isInstanceOf(BindException.class);
  }
}
