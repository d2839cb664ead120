package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;
import tools.jackson.databind.json.JsonMapper;

/// A conversation at the time of its report, in the form of `docs/formats/snapshot.md`.
///
/// @param round the number of earlier reports, by others
/// @param takenAt the time of the report
/// @param picture of the reported message, sealed before
record TalkSnapshot(Talk talk, int round, Instant takenAt, Optional<EvidenceId> picture) {
  private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(70);
  private static final Duration YOUNG = Duration.ofDays(3);
  private static final Duration OLD = Duration.ofDays(700);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Returns the account that is reported.
  String account() {
    return account(talk.reported().speaker());
  }

  private String account(String speaker) {
    return speaker + "-" + round;
  }

  /// Returns the message that is reported.
  String message() {
    return message(reportedLine());
  }

  private String message(int line) {
    return talk.reference(line) + "-" + round;
  }

  private int reportedLine() {
    return talk.lines().indexOf(talk.reported());
  }

  byte[] json() {
    int reported = reportedLine();
    List<Object> thread = new ArrayList<>();
    for (int line = 0; line < talk.lines().size(); line++) {
      thread.add(said(line));
    }
    return JSON.writeValueAsBytes(Map.of(
        "version", 1,
        "taken_at", time(takenAt),
        "surface", "public",
        "message", thread.get(reported),
        "before", thread.subList(0, reported),
        "after", thread.subList(reported + 1, thread.size()),
        "account", whoIsReported(),
        "room", where()));
  }

  private Map<String, Object> said(int line) {
    Talk.Line said = talk.lines().get(line);
    Instant at = takenAt.minus(BETWEEN_MESSAGES.multipliedBy(talk.lines().size() - line));
    return Map.of(
        "reference", message(line),
        "account", account(said.speaker()),
        "sent_at", time(at),
        "text", said.text(),
        "media", said.reported() ? media() : List.of());
  }

  private List<Object> media() {
    return picture.<Object>map(id -> Map.of("evidence", id.value())).stream().toList();
  }

  private Map<String, Object> whoIsReported() {
    Duration age = talk.isOfVerified() ? OLD : YOUNG.multipliedBy(round + 1);
    return Map.of(
        "reference", account(),
        "name", talk.reported().speaker(),
        "created_at", time(takenAt.minus(age)),
        "verified", talk.isOfVerified());
  }

  private Map<String, Object> where() {
    String reference = talk.room().reference().value();
    return Map.of("reference", reference, "name", reference, "members", talk.members());
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
