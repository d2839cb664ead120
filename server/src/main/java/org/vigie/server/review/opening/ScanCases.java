package org.vigie.server.review.opening;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.review.cases.CaseSource.FromScan;
import org.vigie.server.review.cases.ReviewListener;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanFinished;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.Scans;

/// Opens cases for scans: for each category that a scan matches, a decision by policy if the
/// policy says so by name, otherwise a case if a measure needs a person to confirm it.
///
/// A scan that a crashed process left unfinished is redelivered; a scan that is redelivered
/// changes nothing.
class ScanCases {
  private final Scans scans;
  private final CaseOpening opening;
  private final PolicyDecisions decisions;
  private final Policies policies;
  private final TransactionOperations transactions;

  ScanCases(
      Scans scans,
      CaseOpening opening,
      PolicyDecisions decisions,
      Policies policies,
      TransactionOperations transactions) {
    this.scans = scans;
    this.opening = opening;
    this.decisions = decisions;
    this.policies = policies;
    this.transactions = transactions;
  }

  /// Ignores a scan that was deleted, because nothing is left to review.
  @ReviewListener
  public void on(ScanFinished finished) {
    transactions.executeWithoutResult(_ -> scans.find(finished.scan()).ifPresent(this::consider));
  }

  private void consider(Scan scan) {
    if (scan.outcome() instanceof ScanOutcome.Unscannable unscannable) {
      lookAt(scan, unscannable.cause());
      return;
    }
    scan.comparison().matches().stream()
        .collect(Collectors.groupingBy(match -> match.bank().category()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
        .forEach(group -> consider(scan, group.getKey(), group.getValue()));
  }

  /// Opens a case for public content that could not be read, if the policy says so. A picture of
  /// low quality was read, and an empty file shows nothing.
  private void lookAt(Scan scan, Cause cause) {
    boolean seen = scan.subject().surface() == Surface.PUBLIC
        && cause != Cause.LOW_QUALITY
        && cause != Cause.EMPTY;
    policies
        .current()
        .review()
        .unreadable()
        .filter(_ -> seen)
        .ifPresent(category -> opening.open(
            source(scan, category, List.of(), _ -> true), SeenContent.of(digest(scan))));
  }

  private void consider(Scan scan, CategoryKey category, List<ScanMatch> matches) {
    Optional<PolicyDecisions.Ruling> automatic = automatic(matches);
    if (automatic.isPresent()) {
      decisions.record(source(scan, category, matches, ScanCases::actsAtOnce), automatic.get());
    } else if (matches.stream().anyMatch(ScanCases::waits)) {
      NewSource source = source(scan, category, matches, ScanCases::waits);
      opening.open(source, SeenContent.of(source.members()));
    }
  }

  private static Digest digest(Scan scan) {
    return scan.signals().digests().stream()
        .filter(digest -> digest.type() == DigestType.SHA256)
        .findFirst()
        .orElseThrow();
  }

  private static boolean actsAtOnce(ScanMatch match) {
    return match.decision().confirmation() == Confirmation.AUTOMATIC
        && match.decision().measure() != ContentMeasure.NONE;
  }

  /// A category that the policy does not know has no measure, and always needs a person.
  private static boolean waits(ScanMatch match) {
    return match.decision().confirmation() == Confirmation.HUMAN
        && (match.decision().measure() != ContentMeasure.NONE
            || match.decision().severity().isEmpty());
  }

  /// Returns the ruling about matches of one category: that of the surest match that acts at once,
  /// because people are told how sure it is.
  static Optional<PolicyDecisions.Ruling> automatic(List<ScanMatch> matches) {
    return matches.stream()
        .filter(ScanCases::actsAtOnce)
        .min(Comparator.comparing(ScanCases::resemblance))
        .map(ScanCases::ruling);
  }

  private static PolicyDecisions.Ruling ruling(ScanMatch match) {
    return new PolicyDecisions.Ruling(
        resemblance(match), match.decision().revision(), match.decision().measure());
  }

  private static Resemblance resemblance(ScanMatch match) {
    return match.isExact() ? Resemblance.IDENTICAL : Resemblance.SIMILAR;
  }

  private static NewSource source(
      Scan scan, CategoryKey category, List<ScanMatch> matches, Predicate<ScanMatch> which) {
    return new NewSource(
        scan.subject(),
        category,
        new FromScan(scan.id(), scan.id().at()),
        Optional.empty(),
        scan.media().stream().toList(),
        matches.stream().filter(which).map(ScanMatch::member).collect(Collectors.toSet()));
  }
}
