package org.vigie.server.scan.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.Dihedral;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.PolicyDecision;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanOutcome;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A scan as JSON: `docs/api/scan.md`.
@JsonNaming(SnakeCaseStrategy.class)
public record ScanAnswer(
    UUID scanId,
    String outcome,
    @Nullable String cause,
    long bankRevision,
    int policyRevision,
    String messenger,
    String surface,
    List<SignalAnswer> signals,
    List<MatchAnswer> matches,
    List<SilencedAnswer> silenced,
    @Nullable DecisionAnswer decision,
    @Nullable Boolean test) {
  /// One signal of the media.
  ///
  /// @param value in its text form; of pictures, as they are stored
  /// @param compared whether any bank compared it
  @JsonNaming(SnakeCaseStrategy.class)
  public record SignalAnswer(
      String type, String value, @Nullable Integer quality, boolean compared) {}

  /// One match.
  @JsonNaming(SnakeCaseStrategy.class)
  public record MatchAnswer(
      String bank,
      long member,
      String category,
      @Nullable String severity,
      String signalType,
      int distance,
      int radius,
      @Nullable String transform,
      boolean disputed,
      boolean contradicted,
      boolean verified,
      @Nullable Boolean retro) {
    static MatchAnswer of(ScanMatch match) {
      return new MatchAnswer(
          match.bank().name().value(),
          match.member().value(),
          match.bank().category().value(),
          match.decision().severity().map(Severity::word).orElse(null),
          match.signalType().id(),
          match.distance(),
          match.bank().radius(),
          match.transform().map(Dihedral::label).orElse(null),
          match.doubt().disputed(),
          match.doubt().contradicted(),
          match.bank().verified(),
          match.found().retro() ? true : null);
    }
  }

  /// A match that does not count, and the known false positive that silences it.
  @JsonNaming(SnakeCaseStrategy.class)
  public record SilencedAnswer(MatchAnswer match, SilencerAnswer by) {
    static SilencedAnswer of(SilencedMatch silenced) {
      SilencedMatch.Silencer by = silenced.by();
      return new SilencedAnswer(
          MatchAnswer.of(silenced.match()),
          new SilencerAnswer(by.bank().value(), by.member().value(), by.distance()));
    }
  }

  /// The known false positive.
  @JsonNaming(SnakeCaseStrategy.class)
  public record SilencerAnswer(String bank, long member, int distance) {}

  /// The decision of the policy.
  @JsonNaming(SnakeCaseStrategy.class)
  public record DecisionAnswer(String measure, String confirmation) {
    static DecisionAnswer of(PolicyDecision decision) {
      return new DecisionAnswer(decision.measure().word(), EnumWords.of(decision.confirmation()));
    }
  }

  static ScanAnswer of(Scan scan) {
    return of(scan, null);
  }

  /// A scan of a key for tests.
  static ScanAnswer ofTest(Scan scan) {
    return of(scan, true);
  }

  private static ScanAnswer of(Scan scan, @Nullable Boolean test) {
    return new ScanAnswer(
        scan.id().value(),
        scan.outcome().word(),
        cause(scan.outcome()),
        scan.comparison().banks().number(),
        scan.comparison().policy().number(),
        scan.subject().messenger().value(),
        scan.subject().surface().word(),
        signals(scan),
        scan.comparison().matches().stream().map(MatchAnswer::of).toList(),
        scan.comparison().silenced().stream().map(SilencedAnswer::of).toList(),
        scan.comparison().decision().map(DecisionAnswer::of).orElse(null),
        test);
  }

  private static @Nullable String cause(ScanOutcome outcome) {
    return outcome instanceof ScanOutcome.Unscannable none ? none.cause().name() : null;
  }

  private static List<SignalAnswer> signals(Scan scan) {
    boolean picturesCompared = scan.comparison().gap().isEmpty();
    return scan.signals().all().stream()
        .map(signal -> new SignalAnswer(
            signal.type().id(),
            signal.original().text(),
            signal.quality().isPresent() ? signal.quality().getAsInt() : null,
            signal.isComparable() && (signal.type().scale().isExact() || picturesCompared)))
        .toList();
  }
}
