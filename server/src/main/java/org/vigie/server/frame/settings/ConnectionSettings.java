package org.vigie.server.frame.settings;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.connections`: how connections are shared between networks. How many
/// there are is [EdgeSettings#maxConnections()].
///
/// @param networkShare percent of all connections that one network holds at most while half of
///     them are open, 1 to 100, default 12
/// @param headDeadline how long a connection may take from the first byte of a request to the end
///     of its headers, 1 s to 10 min, default 20 s
/// @param proxies addresses of proxies on other machines, whose connections are not counted as
///     those of a network; none by default
@ConfigurationProperties(value = "vigie.connections", ignoreUnknownFields = false)
public record ConnectionSettings(
    @DefaultValue("12") int networkShare,
    @DefaultValue("20s") Duration headDeadline,
    @DefaultValue List<String> proxies) {
  private static final int ALL = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public ConnectionSettings {
    proxies = List.copyOf(proxies);
    check(
        networkShare >= 1 && networkShare <= ALL,
        "vigie.connections.network-share is 1 to 100, in percent");
    check(
        headDeadline.compareTo(SHORTEST) >= 0 && headDeadline.compareTo(LONGEST) <= 0,
        "vigie.connections.head-deadline is 1s to 10m");
    check(
        proxies.stream().allMatch(ConnectionSettings::isAddress),
        "vigie.connections.proxies is a list of addresses, such as 10.0.0.5");
  }

  private static boolean isAddress(String text) {
    try {
      return !InetAddress.ofLiteral(text).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
