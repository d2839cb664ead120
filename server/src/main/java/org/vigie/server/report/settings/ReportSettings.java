package org.vigie.server.report.settings;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.report`.
///
/// @param keepEvidence the minimum time for which evidence of a notice is kept, 1 to 3660 days,
///     default 365 days: longer than the six months in which complaints are possible
/// @param keepUnseen how long a file of the public form is kept before a person has claimed its
///     case, 1 day to `keepEvidence`, default 14 days
/// @param keepReporters how long after the decision the sender of a notice is kept, 183 to 3660
///     days, default 240 days: complaints are possible for six months, and the reporter can still
///     be asked about a late one
/// @param keepNotices how long after the decision the content of a notice is kept, at least as
///     long, default 730 days: until next year's report can be corrected
/// @param maxAttachment the largest file of a notice, 1 KB to 100 MB, default 10 MB
/// @param leaveTo where the quick exit of the public form leads: a page that anybody could be
///     reading, by an address with https, or a path of this server; default
///     `https://www.wikipedia.org/`
/// @param uploads limits on uploads by the public form
/// @param quota limits on sealed bytes in a day
/// @param mail the mail server for reporters who gave an address
@ConfigurationProperties(value = "vigie.report", ignoreUnknownFields = false)
public record ReportSettings(
    @DefaultValue("365d") Duration keepEvidence,
    @DefaultValue("14d") Duration keepUnseen,
    @DefaultValue("240d") Duration keepReporters,
    @DefaultValue("730d") Duration keepNotices,
    @DefaultValue("10MB") DataSize maxAttachment,
    @DefaultValue("https://www.wikipedia.org/") URI leaveTo,
    @DefaultValue UploadSettings uploads,
    @DefaultValue QuotaSettings quota,
    @DefaultValue MailSettings mail) {
  /// Regulation (EU) 2022/2065, Art. 20(1).
  private static final int SIX_MONTHS = 183;

  private static final DataSize LARGEST = DataSize.ofMegabytes(100);

  public ReportSettings {
    check(
        keepEvidence.toDays() >= 1 && keepEvidence.toDays() <= 3660,
        "vigie.report.keep-evidence is 1d to 3660d");
    check(
        keepUnseen.toDays() >= 1 && keepUnseen.compareTo(keepEvidence) <= 0,
        "vigie.report.keep-unseen is 1d to vigie.report.keep-evidence");
    check(
        keepReporters.toDays() >= SIX_MONTHS && keepReporters.toDays() <= 3660,
        "vigie.report.keep-reporters is 183d to 3660d");
    check(
        keepNotices.compareTo(keepReporters) >= 0 && keepNotices.toDays() <= 3660,
        "vigie.report.keep-notices is at least vigie.report.keep-reporters, and up to 3660d");
    check(
        maxAttachment.toKilobytes() >= 1 && maxAttachment.compareTo(LARGEST) <= 0,
        "vigie.report.max-attachment is 1KB to 100MB");
    check(
        isPage(leaveTo),
        "vigie.report.leave-to is an address such as https://www.wikipedia.org/, or a path");
  }

  private static boolean isPage(URI address) {
    return address.isAbsolute()
        ? address.getScheme().equals("https")
            && address.getHost() != null
            && address.getUserInfo() == null
        : address.getRawAuthority() == null
            && address.getRawPath() != null
            && address.getRawPath().startsWith("/");
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
