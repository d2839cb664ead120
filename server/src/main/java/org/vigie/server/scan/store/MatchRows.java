package org.vigie.server.scan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.Comparison.SilencedMatch.Silencer;
import org.vigie.server.scan.PolicyDecision;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.ScanMatch.Doubt;
import org.vigie.server.scan.ScanMatch.MatchedBank;

/// Rows of the table `scan.match`.
final class MatchRows {
  private MatchRows() {}

  /// @param by the known false positive that silences the match
  record Row(ScanMatch match, Optional<Silencer> by) {}

  static Map<String, @Nullable Object> parameters(
      ScanId scan, ScanMatch match, Optional<Silencer> by) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("scan_id", scan.value());
    row.put("member_id", match.member().value());
    row.put("signal_type", match.signalType().id());
    row.put("distance", match.distance());
    row.put("transform", match.transform().map(Dihedral::name).orElse(null));
    row.put("disputed", match.doubt().disputed());
    row.put("contradicted", match.doubt().contradicted());
    row.put("found_at", Columns.utc(match.found().at()));
    row.put("retro", match.found().retro());
    row.put("silenced_by_bank", by.map(each -> each.bank().value()).orElse(null));
    row.put("silenced_by_member", by.map(each -> each.member().value()).orElse(null));
    row.put("silenced_by_distance", by.map(Silencer::distance).orElse(null));
    putBank(row, match.bank());
    putDecision(row, match.decision());
    return row;
  }

  private static void putBank(Map<String, @Nullable Object> row, MatchedBank bank) {
    row.put("bank_id", bank.id().value());
    row.put("bank", bank.name().value());
    row.put("category", bank.category().value());
    row.put("radius", bank.radius());
    row.put("verified", bank.verified());
  }

  private static void putDecision(Map<String, @Nullable Object> row, PolicyDecision decision) {
    row.put("policy_revision", decision.revision().number());
    row.put("severity", decision.severity().map(Severity::name).orElse(null));
    row.put("measure", decision.measure().name());
    row.put("confirmation", decision.confirmation().name());
  }

  /// @param types that are installed
  static Row read(ResultSet row, SignalTypes types) throws SQLException {
    ScanMatch match = new ScanMatch(
        bank(row),
        new MemberId(row.getLong("member_id")),
        types.named(row.getString("signal_type")),
        row.getInt("distance"),
        Columns.optionalText(row, "transform").map(Dihedral::valueOf),
        new Doubt(row.getBoolean("disputed"), row.getBoolean("contradicted")),
        decision(row),
        new Discovery(Columns.instant(row, "found_at"), row.getBoolean("retro")));
    return new Row(match, silencer(row));
  }

  private static MatchedBank bank(ResultSet row) throws SQLException {
    return new MatchedBank(
        new BankId(row.getInt("bank_id")),
        new BankName(row.getString("bank")),
        new CategoryKey(row.getString("category")),
        row.getInt("radius"),
        row.getBoolean("verified"));
  }

  private static PolicyDecision decision(ResultSet row) throws SQLException {
    return new PolicyDecision(
        new PolicyRevision(row.getInt("policy_revision")),
        Columns.optionalText(row, "severity").map(Severity::valueOf),
        ContentMeasure.valueOf(row.getString("measure")),
        Confirmation.valueOf(row.getString("confirmation")));
  }

  private static Optional<Silencer> silencer(ResultSet row) throws SQLException {
    String bank = row.getString("silenced_by_bank");
    if (bank == null) {
      return Optional.empty();
    }
    return Optional.of(new Silencer(
        new BankName(bank),
        new MemberId(row.getLong("silenced_by_member")),
        row.getInt("silenced_by_distance")));
  }
}
