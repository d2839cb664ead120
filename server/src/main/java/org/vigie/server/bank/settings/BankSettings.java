package org.vigie.server.bank.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.bank`.
///
/// @param indexDirectory the folder of index snapshots, which make a start quick; losing it costs
///     a slow start; default `data/index`
/// @param importDirectory the folder of files that are being imported or exported, default
///     `data/index/imports`
/// @param maxImportSize the largest file that is imported, default 1 GB
/// @param flood when a member matches far too much
@ConfigurationProperties(value = "vigie.bank", ignoreUnknownFields = false)
public record BankSettings(
    @DefaultValue("data/index") Path indexDirectory,
    @DefaultValue("data/index/imports") Path importDirectory,
    @DefaultValue("1GB") DataSize maxImportSize,
    @DefaultValue FloodSettings flood) {
  public BankSettings {
    if (maxImportSize.toBytes() < 1) {
      throw new IllegalArgumentException("vigie.bank.max-import-size is at least 1 byte");
    }
  }

  /// Settings under `vigie.bank.flood`: the limits above which a member matches too often.
  ///
  /// @param window the time within which matches are counted, 1 minute to 1 day, default 1 hour
  /// @param contents the most different contents that one member may match perceptually within
  ///     the window, at least 1, default 200
  /// @param share of all scans within the window that it may match, 0 to 1, default 0.02; a
  ///     member is set aside when both are exceeded
  public record FloodSettings(
      @DefaultValue("1h") Duration window,
      @DefaultValue("200") int contents,
      @DefaultValue("0.02") double share) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public FloodSettings {
      if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "vigie.bank.flood.window is 1 minute to 1 day: " + window);
      }
      if (contents < 1) {
        throw new IllegalArgumentException("vigie.bank.flood.contents is at least 1: " + contents);
      }
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("vigie.bank.flood.share is 0 to 1: " + share);
      }
    }
  }
}
