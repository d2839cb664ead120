package org.vigie.server.operation.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The records into which modules read their settings.
///
/// Spring would find them, but only by wiring the whole application, which needs a database; and
/// this module knows the others by their names alone.
final class SettingRecords {
  private static final String SERVER = "org.vigie.server.";

  static final List<String> NAMES = List.of(
      SERVER + "operation.settings.HttpSettings",
      SERVER + "operation.settings.DatabaseSettings",
      SERVER + "operation.settings.DiskSettings",
      SERVER + "frame.settings.FrameSettings",
      SERVER + "frame.settings.ConnectionSettings",
      SERVER + "frame.settings.EdgeSettings",
      SERVER + "messenger.MessengerSettings",
      SERVER + "access.AccessSettings",
      SERVER + "policy.revising.PolicySettings",
      SERVER + "bank.settings.BankSettings",
      SERVER + "evidence.EvidenceSettings",
      SERVER + "scan.settings.ScanSettings",
      SERVER + "report.settings.ReportSettings",
      SERVER + "review.cases.ReviewSettings",
      SERVER + "review.viewing.ViewingSettings",
      SERVER + "hma.settings.HmaSettings",
      SERVER + "webhook.settings.WebhookSettings");

  private SettingRecords() {}

  /// Returns them by the prefix of their settings.
  static Map<String, Class<?>> byPrefix() {
    Map<String, Class<?>> records = new HashMap<>();
    for (String name : NAMES) {
      Class<?> type = type(name);
      records.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
    }
    return records;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a module's settings are not where they were", e);
    }
  }
}
