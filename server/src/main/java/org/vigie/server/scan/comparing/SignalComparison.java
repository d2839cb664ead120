package org.vigie.server.scan.comparing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.Comparison;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.ScanOutcome;

/// Compares signals with all banks, and judges every match by the policy.
public final class SignalComparison {
  private final KnownContent known;
  private final Policies policies;
  private final FloodGuard flood;

  SignalComparison(KnownContent known, Policies policies, FloodGuard flood) {
    this.known = known;
    this.policies = policies;
    this.flood = flood;
  }

  /// Compares the signals of one scan.
  ///
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded
  public Comparison compare(ScanId scan, MediaSignals signals, Surface surface) {
    Findings findings =
        known.find(List.of(signals.sought()), new KnownContent.Selection(Set.of(), scan.coin()));
    Findings.Found found = findings.contents().getFirst();
    flood.observe(content(signals), found.matches());
    Judging judging = new Judging(policies.current(), surface, new Discovery(scan.at(), false));
    Judging.Judged judged = judging.judge(found);
    return new Comparison(
        findings.revision(),
        judging.policy().revision(),
        gap(signals.picture(), findings),
        judged.matches(),
        judged.silenced());
  }

  private static long content(MediaSignals signals) {
    return signals.picture() instanceof Picture read
            && read.best().original() instanceof HammingSignal bits
        ? FloodGuard.contentOf(bits)
        : signals.digests().getLast().w3();
  }

  private static Optional<ScanOutcome.Cause> gap(PictureReading picture, Findings findings) {
    return switch (picture) {
      case NoPicture(ScanOutcome.Cause cause) -> Optional.of(cause);
      case Picture read when findings.compared(read.quality()) -> Optional.empty();
      case Picture _ -> Optional.of(ScanOutcome.Cause.LOW_QUALITY);
    };
  }
}
