package org.vigie.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

final class ReportSettingsTest {
  private static ReportSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.report", ReportSettings.class);
  }

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new ReportSettings(
            Duration.ofDays(365),
            Duration.ofDays(240),
            Duration.ofDays(730),
            DataSize.ofMegabytes(10),
            new MailSettings("", 587, "", "", "", MailSettings.Security.STARTTLS)));
  }

  @Test
  void settings_allSet_areTaken() {
    assertThat(bind(Map.of(
            "vigie.report.keep-evidence", "200d",
            "vigie.report.keep-reporters", "190d",
            "vigie.report.keep-notices", "400d",
            "vigie.report.max-attachment", "1MB",
            "vigie.report.mail.host", "mail.example.org",
            "vigie.report.mail.port", "465",
            "vigie.report.mail.user", "vigie",
            "vigie.report.mail.password", "made up",
            "vigie.report.mail.from", "vigie@example.org",
            "vigie.report.mail.security", "tls")))
        .isEqualTo(new ReportSettings(
            Duration.ofDays(200),
            Duration.ofDays(190),
            Duration.ofDays(400),
            DataSize.ofMegabytes(1),
            new MailSettings(
                "mail.example.org",
                465,
                "vigie",
                "made up",
                "vigie@example.org",
                MailSettings.Security.TLS)));
  }

  @ParameterizedTest
  @CsvSource({
    "keep-evidence, 1h, keep-evidence",
    "keep-reporters, 100d, keep-reporters",
    "keep-notices, 200d, keep-notices",
    "max-attachment, 200MB, max-attachment",
    "mail.port, 0, mail.port",
    "mail.host, mail.example.org, mail.from"
  })
  void settings_outOfRange_areRefusedByName(String key, String value, String named) {
    assertThatThrownBy(() -> bind(Map.of("vigie.report." + key, value)))
        .rootCause()
        .hasMessageContaining("vigie.report." + named);
  }
}
