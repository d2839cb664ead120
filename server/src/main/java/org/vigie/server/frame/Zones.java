package org.vigie.server.frame;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The time zones in which people may read times.
public final class Zones {
  /// The cookie with the zone that a person chose; without it, times are in the zone of their
  /// browser.
  public static final String COOKIE = "zone";

  private static final String UTC = "UTC";
  private static final List<String> REGIONS = List.of(
      "Africa/",
      "America/",
      "Antarctica/",
      "Arctic/",
      "Asia/",
      "Atlantic/",
      "Australia/",
      "Europe/",
      "Indian/",
      "Pacific/");

  /// The identifiers of zones, by region, in order.
  private static final Map<String, List<String>> ALL = ZoneId.getAvailableZoneIds().stream()
      .filter(id -> REGIONS.stream().anyMatch(id::startsWith))
      .sorted()
      .collect(Collectors.groupingBy(
          id -> id.substring(0, id.indexOf('/')), TreeMap::new, Collectors.toList()));

  private Zones() {}

  /// Finds a zone by its identifier.
  public static Optional<ZoneId> find(String id) {
    if (id.equals(UTC)) {
      return Optional.of(ZoneOffset.UTC);
    }
    return REGIONS.stream().anyMatch(id::startsWith)
            && ZoneId.getAvailableZoneIds().contains(id)
        ? Optional.of(ZoneId.of(id))
        : Optional.empty();
  }

  /// Returns the identifier by which [#find] finds a zone.
  public static String id(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? UTC : zone.getId();
  }

  /// Returns all zones to choose from, by region.
  public static List<ChoiceGroup> choices() {
    return ALL.entrySet().stream()
        .map(region -> new ChoiceGroup(
            region.getKey(),
            region.getValue().stream()
                .map(id -> new Choice(id, id.substring(id.indexOf('/') + 1).replace('_', ' ')))
                .toList()))
        .toList();
  }
}
