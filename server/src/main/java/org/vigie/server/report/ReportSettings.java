package org.vigie.server.report;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.report`.
///
/// @param keepEvidence how long what comes with a notice is kept at least, 1 to 3660 days,
///     default 365 days: longer than the six months in which decisions can be complained of
/// @param maxAttachment the largest file of a notice, 1 KB to 100 MB, default 10 MB
/// @param mail how reporters who gave an address are told
@ConfigurationProperties(value = "vigie.report", ignoreUnknownFields = false)
public record ReportSettings(
    @DefaultValue("365d") Duration keepEvidence,
    @DefaultValue("10MB") DataSize maxAttachment,
    @DefaultValue MailSettings mail) {
  private static final DataSize LARGEST = DataSize.ofMegabytes(100);

  public ReportSettings {
    check(
        keepEvidence.toDays() >= 1 && keepEvidence.toDays() <= 3660,
        "vigie.report.keep-evidence is 1d to 3660d");
    check(
        maxAttachment.toKilobytes() >= 1 && maxAttachment.compareTo(LARGEST) <= 0,
        "vigie.report.max-attachment is 1KB to 100MB");
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
