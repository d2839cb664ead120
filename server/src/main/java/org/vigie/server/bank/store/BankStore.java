package org.vigie.server.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;

/// The table of banks.
public final class BankStore {
  private final JdbcClient jdbc;

  public BankStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns every open bank, by name.
  public List<Bank> list() {
    return jdbc.sql("""
            /* bank.list */
            select * from bank.bank where closed_at is null order by name""").query(BankStore::bank).list();
  }

  /// Returns an open bank.
  public Optional<Bank> find(BankName name) {
    return jdbc.sql("""
            /* bank.find_by_name */
            select * from bank.bank where name = :name and closed_at is null""").param("name", name.value()).query(BankStore::bank).optional();
  }

  /// Returns a bank, open or closed.
  public Optional<Bank> find(BankId id) {
    return jdbc.sql("""
            /* bank.find */
            select * from bank.bank where bank_id = :id""").param("id", id.value()).query(BankStore::bank).optional();
  }

  /// Locks an open bank until the transaction ends.
  public Optional<Bank> lock(BankId id) {
    return jdbc.sql("""
            /* bank.lock */
            select * from bank.bank where bank_id = :id and closed_at is null for no key update""").param("id", id.value()).query(BankStore::bank).optional();
  }

  /// Returns every closed bank, those closed last first.
  public List<Bank> closed() {
    return jdbc.sql("""
            /* bank.closed */
            select * from bank.bank where closed_at is not null order by closed_at desc, bank_id""").query(BankStore::bank).list();
  }

  /// Locks a closed bank until the transaction ends.
  public Optional<Bank> lockClosed(BankId id) {
    return jdbc.sql("""
            /* bank.lock_closed */
            select * from bank.bank where bank_id = :id and closed_at is not null for no key update""").param("id", id.value()).query(BankStore::bank).optional();
  }

  /// Opens a closed bank that the caller has locked.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if an open bank has its name
  public void reopen(BankId id) {
    jdbc.sql("""
            /* bank.reopen */
            update bank.bank set closed_at = null, version = version + 1 where bank_id = :id""").param("id", id.value()).update();
  }

  /// Adds an empty bank.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if an open bank has the name
  public BankId insert(BankDraft draft, Instant now) {
    return new BankId(jdbc.sql("""
            /* bank.insert */
            insert into bank.bank (name, kind, category, radius, min_quality, enabled_share,
              verified, provenance, created_at)
            values (:name, :kind, :category, :radius, :quality, :share, :verified, :provenance, :now)
            returning bank_id""")
        .params(columns(draft))
        .param("now", Columns.utc(now))
        .query(Integer.class)
        .single());
  }

  /// Changes a bank that the caller has locked.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another open bank has the name
  public void update(BankId id, BankDraft draft) {
    jdbc.sql("""
            /* bank.update */
            update bank.bank set name = :name, kind = :kind, category = :category,
              radius = :radius, min_quality = :quality, enabled_share = :share,
              verified = :verified, provenance = :provenance, version = version + 1
             where bank_id = :id""").params(columns(draft)).param("id", id.value()).update();
  }

  /// Closes a bank that the caller has locked.
  public void close(BankId id, Instant now) {
    jdbc.sql("""
            /* bank.close */
            update bank.bank set closed_at = :now, version = version + 1 where bank_id = :id""").param("id", id.value()).param("now", Columns.utc(now)).update();
  }

  /// Counts new members of an open bank; returns whether it is open.
  public boolean grow(BankId id, long members) {
    return jdbc.sql("""
            /* bank.grow */
            update bank.bank set members = members + :members
             where bank_id = :id and closed_at is null""").param("id", id.value()).param("members", members).update() == 1;
  }

  private static Map<String, Object> columns(BankDraft draft) {
    return Map.of(
        "name", draft.name().value(),
        "kind", draft.kind().name(),
        "category", draft.category().value(),
        "radius", draft.terms().radius(),
        "quality", draft.terms().minQuality(),
        "share", draft.terms().enabledShare(),
        "verified", draft.verified(),
        "provenance", draft.provenance());
  }

  static Bank bank(ResultSet row, int number) throws SQLException {
    return new Bank(
        new BankId(row.getInt("bank_id")),
        new BankName(row.getString("name")),
        BankKind.valueOf(row.getString("kind")),
        new CategoryKey(row.getString("category")),
        new MatchTerms(
            row.getInt("radius"), row.getInt("min_quality"), row.getDouble("enabled_share")),
        row.getBoolean("verified"),
        row.getString("provenance"),
        row.getLong("members"),
        row.getInt("version"),
        Columns.instant(row, "created_at"));
  }
}
