package org.vigie.server.report.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
            Duration.ofDays(14),
            Duration.ofDays(240),
            Duration.ofDays(730),
            DataSize.ofMegabytes(10),
            URI.create("https://www.wikipedia.org/"),
            new UploadSettings(DataSize.ofKilobytes(8), Duration.ofSeconds(10), 12, 3),
            new QuotaSettings(
                DataSize.ofMegabytes(200),
                DataSize.ofGigabytes(5),
                DataSize.ofGigabytes(2),
                DataSize.ofGigabytes(20)),
            new MailSettings("", 587, "", "", "", MailSettings.Security.STARTTLS)));
  }

  @Test
  void settings_allSet_areTaken() {
    assertThat(bind(Map.ofEntries(
            Map.entry("vigie.report.keep-evidence", "200d"),
            Map.entry("vigie.report.keep-unseen", "3d"),
            Map.entry("vigie.report.keep-reporters", "190d"),
            Map.entry("vigie.report.keep-notices", "400d"),
            Map.entry("vigie.report.max-attachment", "1MB"),
            Map.entry("vigie.report.leave-to", "/health/live"),
            Map.entry("vigie.report.uploads.min-rate", "4KB"),
            Map.entry("vigie.report.uploads.grace", "20s"),
            Map.entry("vigie.report.uploads.at-once", "8"),
            Map.entry("vigie.report.uploads.per-network", "2"),
            Map.entry("vigie.report.quota.network", "1MB"),
            Map.entry("vigie.report.quota.strangers", "2MB"),
            Map.entry("vigie.report.quota.organisation", "3MB"),
            Map.entry("vigie.report.quota.key", "4MB"),
            Map.entry("vigie.report.mail.host", "mail.example.org"),
            Map.entry("vigie.report.mail.port", "465"),
            Map.entry("vigie.report.mail.user", "vigie"),
            Map.entry("vigie.report.mail.password", "made up"),
            Map.entry("vigie.report.mail.from", "vigie@example.org"),
            Map.entry("vigie.report.mail.security", "tls"))))
        .isEqualTo(new ReportSettings(
            Duration.ofDays(200),
            Duration.ofDays(3),
            Duration.ofDays(190),
            Duration.ofDays(400),
            DataSize.ofMegabytes(1),
            URI.create("/health/live"),
            new UploadSettings(DataSize.ofKilobytes(4), Duration.ofSeconds(20), 8, 2),
            new QuotaSettings(
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(3),
                DataSize.ofMegabytes(4)),
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
    "keep-unseen, 1h, keep-unseen",
    "keep-unseen, 400d, keep-unseen",
    "uploads.min-rate, 2MB, uploads.min-rate",
    "uploads.grace, 0s, uploads.grace",
    "uploads.at-once, 0, uploads.at-once",
    "uploads.per-network, 13, uploads.per-network",
    "quota.network, 2TB, quota.network",
    "quota.strangers, -1B, quota.strangers",
    "quota.organisation, 2TB, quota.organisation",
    "quota.key, 101TB, quota.key",
    "keep-reporters, 100d, keep-reporters",
    "keep-notices, 200d, keep-notices",
    "max-attachment, 200MB, max-attachment",
    "leave-to, javascript:alert(1), leave-to",
    "leave-to, http://example.org/, leave-to",
    "leave-to, //example.org/, leave-to",
    "leave-to, https://me:secret@example.org/, leave-to",
    "mail.port, 0, mail.port",
    "mail.host, mail.example.org, mail.from"
  })
  void settings_outOfRange_areRefusedByName(String key, String value, String named) {
    assertThatThrownBy(() -> bind(Map.of("vigie.report." + key, value)))
        .rootCause()
        .hasMessageContaining("vigie.report." + named);
  }
}
