package org.vigie.server.scan.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.scan.Comparison;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch;

/// The matches of scans, silenced ones included.
final class MatchStore {
  private final JdbcClient jdbc;
  private final SignalTypes types;

  MatchStore(JdbcClient jdbc, SignalTypes types) {
    this.jdbc = jdbc;
    this.types = types;
  }

  void insert(ScanId scan, Comparison comparison) {
    comparison.matches().forEach(match -> insert(scan, match, Optional.empty()));
    comparison
        .silenced()
        .forEach(silenced -> insert(scan, silenced.match(), Optional.of(silenced.by())));
  }

  /// Stores a match unless the scan has one with this member already; returns whether it did.
  boolean insert(ScanId scan, ScanMatch match, Optional<SilencedMatch.Silencer> by) {
    return jdbc.sql("""
            /* scan.insert_match */
            insert into scan.match (scan_id, member_id, bank_id, bank, category, radius, verified,
                signal_type, distance, transform, disputed, contradicted, policy_revision, severity, measure,
                confirmation, found_at, retro, silenced_by_bank, silenced_by_member,
                silenced_by_distance)
            values (:scan_id, :member_id, :bank_id, :bank, :category, :radius, :verified,
                :signal_type, :distance, :transform, :disputed, :contradicted, :policy_revision, :severity,
                :measure, :confirmation, :found_at, :retro, :silenced_by_bank,
                :silenced_by_member, :silenced_by_distance)
            on conflict do nothing
            """).params(MatchRows.parameters(scan, match, by)).update() == 1;
  }

  /// Returns the scan with its matches, in the order in which an answer lists them.
  Scan complete(Scan scan) {
    List<MatchRows.Row> rows = jdbc.sql("""
            /* scan.matches */
            select * from scan.match where scan_id = :scan order by retro, distance, member_id
            """)
        .param("scan", scan.id().value())
        .query((row, _) -> MatchRows.read(row, types))
        .list();
    return new Scan(
        scan.id(),
        scan.caller(),
        scan.subject(),
        scan.size(),
        scan.signals(),
        complete(scan.comparison(), rows),
        scan.media());
  }

  private static Comparison complete(Comparison bare, List<MatchRows.Row> rows) {
    Stream<ScanMatch> counted =
        rows.stream().filter(row -> row.by().isEmpty()).map(MatchRows.Row::match);
    Stream<SilencedMatch> silenced = rows.stream()
        .flatMap(row -> row.by().stream().map(by -> new SilencedMatch(row.match(), by)));
    return new Comparison(
        bare.banks(), bare.policy(), bare.gap(), counted.toList(), silenced.toList());
  }
}
