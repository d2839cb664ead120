package org.vigie.server.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.ScanMatch.Doubt;
import org.vigie.server.scan.ScanMatch.MatchedBank;

/// The made-up bank for keys for tests only. Its one member is the picture `/testing/listed.jpg`:
/// `docs/api/testing.md`.
///
/// It reads no bank and no policy, so its answers are the same on every server. Threads: any.
public final class TestBank {
  /// Its name; a real bank may have the same.
  public static final BankName NAME = new BankName("TEST");

  static final BankRevision REVISION = new BankRevision(1);
  static final PolicyRevision POLICY = new PolicyRevision(1);

  private static final int RADIUS = 31;
  private static final int LEAST_QUALITY = 50;
  private static final MemberId MEMBER = new MemberId(1);
  private static final MatchedBank BANK =
      new MatchedBank(new BankId(0), NAME, new CategoryKey("test-content"), RADIUS, true);

  private final List<Signal> listed = List.of(
      signal(DigestType.MD5, "575ed1d34ee31a09b31c2aab2087b5d0"),
      signal(DigestType.SHA1, "8bb1ed80484d4fbe03ff941a8ee2b1975a864d8e"),
      signal(DigestType.SHA256, "07dcb68ada8e2bb6bb2c74c30f4a736289fe9e213dc1ba136b42776abd836fe6"),
      signal(PdqSignal.TYPE, "ecc96ccdc4cc6aac9ab69bb6b155ad55e851b1eb13aa132a53b256b6648464d4"));

  private static Signal signal(SignalType type, String text) {
    try {
      return type.parse(text);
    } catch (MalformedSignalException e) {
      throw new IllegalStateException("a signal of the test bank is none", e);
    }
  }

  /// Returns whether the bank compares a signal of this quality.
  public boolean compares(SoughtSignal sought) {
    return sought.signal().type().scale().isExact() || sought.quality() >= LEAST_QUALITY;
  }

  /// Returns the match of one content that has these signals, the nearest; empty if there is none.
  public Optional<ScanMatch> find(List<SoughtSignal> sought, Instant now) {
    List<ScanMatch> found = new ArrayList<>();
    for (SoughtSignal each : sought) {
      listed.stream()
          .filter(member -> member.type().equals(each.signal().type()) && compares(each))
          .map(member -> distance(member, each.signal()))
          .filter(distance -> distance.isPresent())
          .forEach(distance -> found.add(match(each, distance.get(), now)));
    }
    return found.stream().min((one, other) -> Integer.compare(rank(one), rank(other)));
  }

  /// Equal bytes say more than an equal picture, and SHA-256 says it best.
  private static int rank(ScanMatch match) {
    if (match.transform().isPresent()) {
      return match.distance() + 2;
    }
    return match.signalType().equals(DigestType.SHA256) ? 0 : 1;
  }

  private static Optional<Integer> distance(Signal member, Signal sought) {
    if (member instanceof HammingSignal one && sought instanceof HammingSignal other) {
      return Optional.of(one.distanceTo(other)).filter(bits -> bits <= RADIUS);
    }
    return member.equals(sought) ? Optional.of(0) : Optional.empty();
  }

  private static ScanMatch match(SoughtSignal sought, int distance, Instant now) {
    boolean picture = sought.signal() instanceof HammingSignal;
    PolicyDecision decision = new PolicyDecision(
        POLICY,
        Optional.of(Severity.HIGH),
        ContentMeasure.QUARANTINE,
        picture ? Confirmation.HUMAN : Confirmation.AUTOMATIC);
    return new ScanMatch(
        BANK,
        MEMBER,
        sought.signal().type(),
        distance,
        picture ? Optional.of(sought.orientation().orElse(Dihedral.ORIGINAL)) : Optional.empty(),
        new Doubt(false, false),
        decision,
        new Discovery(now, false));
  }

  /// Compares the signals of one file.
  public Comparison compare(MediaSignals signals, Instant now) {
    List<ScanMatch> matches = find(signals.sought(), now).stream().toList();
    return new Comparison(REVISION, POLICY, gap(signals.picture()), matches, List.of());
  }

  private static Optional<ScanOutcome.Cause> gap(PictureReading picture) {
    return switch (picture) {
      case NoPicture(ScanOutcome.Cause cause) -> Optional.of(cause);
      case Picture read when read.quality() >= LEAST_QUALITY -> Optional.empty();
      case Picture _ -> Optional.of(ScanOutcome.Cause.LOW_QUALITY);
    };
  }
}
