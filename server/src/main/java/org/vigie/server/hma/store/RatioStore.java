package org.vigie.server.hma.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The enabled ratios of signal types, by name. Threads: any.
public final class RatioStore {
  private final JdbcClient jdbc;

  public RatioStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the ratios that were ever set.
  public Map<String, Double> all() {
    Map<String, Double> ratios = new HashMap<>();
    jdbc.sql("/* hma.ratios */ select name, enabled_ratio from hma.signal_type").query(row -> {
      ratios.put(row.getString("name"), row.getDouble("enabled_ratio"));
    });
    return ratios;
  }

  /// Sets a ratio.
  public void set(String name, double ratio) {
    jdbc.sql("""
            /* hma.set_ratio */
            insert into hma.signal_type (name, enabled_ratio) values (:name, :ratio)
            on conflict (name) do update set enabled_ratio = excluded.enabled_ratio""").param("name", name).param("ratio", ratio).update();
  }
}
