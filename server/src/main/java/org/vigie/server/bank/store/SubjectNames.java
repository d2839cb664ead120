package org.vigie.server.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the names of open banks by the numbers in ledger entries.
public final class SubjectNames {
  private final JdbcClient jdbc;

  public SubjectNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the names of the banks.
  public Map<Long, String> ofBanks(List<Long> banks) {
    return names("""
        /* bank.names_of_banks */
        select bank_id as id, name from bank.bank
         where bank_id in (:ids) and closed_at is null""", banks);
  }

  /// Returns the names of the members' banks.
  public Map<Long, String> ofMembers(List<Long> members) {
    return names("""
        /* bank.names_of_members */
        select member_id as id, name from bank.member join bank.bank using (bank_id)
         where member_id in (:ids) and closed_at is null""", members);
  }

  /// Returns the names of the imports' banks.
  public Map<Long, String> ofImports(List<Long> imports) {
    return names("""
        /* bank.names_of_imports */
        select import_id as id, name from bank.import join bank.bank using (bank_id)
         where import_id in (:ids) and closed_at is null""", imports);
  }

  private Map<Long, String> names(String sql, List<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc.sql(sql).param("ids", ids).query(SubjectNames::named).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map.Entry<Long, String> named(ResultSet row, int number) throws SQLException {
    return Map.entry(row.getLong("id"), row.getString("name"));
  }
}
