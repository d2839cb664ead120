package org.vigie.server.report.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.report.quota`: limits on the bytes of files sealed in a day, by UTC.
///
/// @param network of strangers from one network, 0 to 1 TB, default 200 MB
/// @param strangers of all strangers together, 0 to 100 TB, default 5 GB
/// @param organisation of the people of one organisation, by the portal, 0 to 1 TB, default 2 GB
/// @param key by one key of a messenger, 0 to 100 TB, default 20 GB
public record QuotaSettings(
    @DefaultValue("200MB") DataSize network,
    @DefaultValue("5GB") DataSize strangers,
    @DefaultValue("2GB") DataSize organisation,
    @DefaultValue("20GB") DataSize key) {
  private static final DataSize TERABYTE = DataSize.ofTerabytes(1);
  private static final DataSize HUNDRED = DataSize.ofTerabytes(100);

  public QuotaSettings {
    check(network, TERABYTE, "vigie.report.quota.network is 0 to 1TB");
    check(strangers, HUNDRED, "vigie.report.quota.strangers is 0 to 100TB");
    check(organisation, TERABYTE, "vigie.report.quota.organisation is 0 to 1TB");
    check(key, HUNDRED, "vigie.report.quota.key is 0 to 100TB");
  }

  private static void check(DataSize size, DataSize most, String sentence) {
    if (size.isNegative() || size.compareTo(most) > 0) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
