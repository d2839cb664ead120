package org.vigie.server.enforcement.planning;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Capabilities;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Outcome;

/// A messenger that outlives the processes that ask it: a table into which each effect commits at
/// once. It acts once for a key.
record StoredMessenger(JdbcClient jdbc) implements Connector {
  static void create(JdbcClient jdbc) {
    jdbc.sql("""
            create table public.effect (
              number bigint generated always as identity, key text not null unique,
              kind text not null, direction text not null, account text not null)
            """).update();
  }

  @Override
  public MessengerId messenger() {
    return EnforcementWorld.CHAT;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(EnumSet.allOf(ActionKind.class), EnumSet.allOf(ActionKind.class), true);
  }

  @Override
  public Outcome carryOut(Action action) {
    int added = jdbc.sql("""
            insert into public.effect (key, kind, direction, account)
            values (:key, :kind, :direction, :account) on conflict (key) do nothing
            """)
        .param("key", action.key().value())
        .param("kind", action.kind().name())
        .param("direction", action.direction().name())
        .param("account", action.subject().account().orElseThrow().value())
        .update();
    return added == 1 ? new Outcome.Done() : new Outcome.Already();
  }

  /// An effect, in the order of all.
  record Effect(UUID key, String kind, String direction, String account) {}

  List<Effect> effects() {
    return jdbc.sql("select key, kind, direction, account from public.effect order by number")
        .query((row, _) -> new Effect(
            UUID.fromString(row.getString("key")),
            row.getString("kind"),
            row.getString("direction"),
            row.getString("account")))
        .list();
  }
}
