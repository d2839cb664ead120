package org.vigie.server.scan.debugging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.IdleMembers;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.archive.ScanAct;
import org.vigie.server.scan.debugging.MatchExplanation.Reason;

/// Explains why content matches, or does not. Keeps nothing of the content; who asked, and when,
/// goes to the ledger. Threads: any.
public final class MatchDebugger {
  private static final int FARTHEST = 63;
  private static final int MOST_NEIGHBOURS = 50;

  private final SignalExtraction extraction;
  private final KnownContent known;
  private final IdleMembers idle;
  private final Members members;
  private final AccessLedger ledger;
  private final InstantSource clock;

  MatchDebugger(
      SignalExtraction extraction,
      KnownContent known,
      IdleMembers idle,
      Members members,
      AccessLedger ledger,
      InstantSource clock) {
    this.extraction = extraction;
    this.known = known;
    this.idle = idle;
    this.members = members;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Explains which members one file matches or nearly matches.
  ///
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded
  public MatchExplanation explain(Media media, Caller caller) {
    MediaSignals signals = extraction.extract(media, DecodingLane.CALLERS);
    Findings findings = known.find(List.of(signals.sought()), KnownContent.Selection.ALL);
    List<Neighbour> near = nearest(signals);
    ledger.record(
        caller, ScanAct.MATCHES_DEBUGGED, "revision:" + findings.revision().number());
    Found found = Found.of(findings.contents().getFirst());
    return new MatchExplanation(
        media.size(),
        signals,
        findings.revision(),
        near.stream().map(each -> explain(each, signals, found)).toList());
  }

  /// Returns the nearest members, both those that match and those that no longer do, each once.
  private List<Neighbour> nearest(MediaSignals signals) {
    Set<MemberId> told = new HashSet<>();
    return Stream.concat(
            known.nearest(signals.sought(), FARTHEST, MOST_NEIGHBOURS).stream(),
            idle.nearest(signals.sought(), FARTHEST, MOST_NEIGHBOURS).stream())
        .sorted(Neighbour.NEAREST_FIRST)
        .filter(near -> told.add(near.member()))
        .limit(MOST_NEIGHBOURS)
        .toList();
  }

  /// The matches and silenced matches, by member.
  private record Found(Map<MemberId, Match> matches, Map<MemberId, Findings.Silenced> silenced) {
    static Found of(Findings.Found found) {
      return new Found(
          found.matches().stream().collect(Collectors.toMap(Match::member, Function.identity())),
          found.silenced().stream()
              .collect(Collectors.toMap(each -> each.match().member(), Function.identity())));
    }
  }

  private MatchExplanation.Near explain(Neighbour near, MediaSignals signals, Found found) {
    Optional<Member> member = members.find(near.member());
    return new MatchExplanation.Near(
        near,
        member.map(Member::status),
        disabledUntil(member),
        reason(near, signals, found, member),
        Optional.ofNullable(found.silenced.get(near.member())).map(SilencedMatch.Silencer::of));
  }

  /// The first that applies, the plainest first.
  private Reason reason(
      Neighbour near, MediaSignals signals, Found found, Optional<Member> member) {
    if (found.matches.containsKey(near.member())) {
      return Reason.COUNTS;
    }
    if (found.silenced.containsKey(near.member())) {
      return Reason.SILENCED;
    }
    return idle(member).orElseGet(() -> byTerms(near, signals));
  }

  private static Reason byTerms(Neighbour near, MediaSignals signals) {
    Bank bank = near.bank();
    if (bank.terms().enabledShare() == 0) {
      return Reason.BANK_OFF;
    }
    if (!near.type().scale().isExact()) {
      if (quality(signals) < bank.terms().minQuality()) {
        return Reason.LOW_QUALITY;
      }
      if (near.distance() > bank.terms().radius()) {
        return Reason.BEYOND_RADIUS;
      }
    }
    return bank.kind() == BankKind.NEGATIVE ? Reason.FALSE_POSITIVE : Reason.MEMBER_OFF;
  }

  private Optional<Instant> disabledUntil(Optional<Member> member) {
    return member.flatMap(Member::disabledUntil).filter(clock.instant()::isBefore);
  }

  /// Returns why a member matches nothing, regardless of its bank.
  private Optional<Reason> idle(Optional<Member> member) {
    Optional<Reason> byStatus = member.flatMap(each -> switch (each.status()) {
      case ACTIVE, DISPUTED -> Optional.empty();
      case SET_ASIDE -> Optional.of(Reason.SET_ASIDE);
      case WITHDRAWN -> Optional.of(Reason.WITHDRAWN);
    });
    return byStatus.or(() -> disabledUntil(member).map(_ -> Reason.DISABLED));
  }

  private static int quality(MediaSignals signals) {
    return signals.picture() instanceof PictureReading.Picture picture ? picture.quality() : 0;
  }
}
