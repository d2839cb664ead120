package org.vigie.server.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.IndexNotLoadedException;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.policy.CategoryKey;

/// A model of all banks: a list that is compared one by one. Members have one signal each.
public final class MadeUpBanks implements KnownContent, Growth {
  private final List<MadeUpMember> members = new CopyOnWriteArrayList<>();
  private volatile boolean ready = true;
  private volatile boolean disputed;

  private record MadeUpMember(MemberId id, Bank bank, Signal signal, boolean disputed) {}

  /// Returns a bank with radius 31 and least quality 50.
  public static Bank bank(int id, String name, BankKind kind, String category) {
    return new Bank(
        new BankId(id),
        new BankName(name),
        kind,
        new CategoryKey(category),
        new Bank.MatchTerms(31, 50, 1),
        true,
        "made up",
        0,
        1,
        Instant.EPOCH);
  }

  /// Adds a member, which makes a revision.
  public MemberId add(Bank bank, Signal signal) {
    MemberId id = new MemberId(members.size() + 1L);
    members.add(new MadeUpMember(id, bank, signal, disputed));
    return id;
  }

  /// Says whether members that are added from now on are disputed.
  public void dispute(boolean on) {
    disputed = on;
  }

  public void ready(boolean on) {
    ready = on;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public BankRevision revision() {
    if (!ready) {
      throw new IndexNotLoadedException();
    }
    return new BankRevision(members.size());
  }

  @Override
  public Findings find(List<List<SoughtSignal>> contents, Selection selection) {
    BankRevision revision = revision();
    return new Findings(
        revision,
        members.isEmpty() ? 0 : 50,
        contents.stream().map(each -> findOne(each, selection)).toList());
  }

  @Override
  public Optional<GrownContent> gather(BankRevision after, BankRevision upTo, long mostSignals) {
    List<MadeUpMember> grown =
        members.subList((int) after.number(), (int) upTo.number()).stream().toList();
    return grown.size() > mostSignals ? Optional.empty() : Optional.of(new Grown(grown));
  }

  private record Grown(List<MadeUpMember> members) implements GrownContent {
    @Override
    public int size() {
      return members.size();
    }

    @Override
    public List<Integer> touched(List<List<SoughtSignal>> contents) {
      return IntStream.range(0, contents.size())
          .filter(place -> members.stream()
              .anyMatch(member -> nearest(member, contents.get(place)).isPresent()))
          .boxed()
          .toList();
    }
  }

  @Override
  public List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
    return members.stream()
        .flatMap(member -> content.stream()
            .filter(sought -> sought.signal().type().equals(member.signal.type()))
            .map(sought -> new Neighbour(
                member.bank,
                member.id,
                member.signal.type(),
                distance(member.signal, sought.signal()),
                sought.orientation()))
            .min(Comparator.comparingInt(Neighbour::distance))
            .stream())
        .filter(near -> near.distance() <= radius)
        .sorted(Comparator.comparingInt(Neighbour::distance))
        .limit(limit)
        .toList();
  }

  private Findings.Found findOne(List<SoughtSignal> content, Selection selection) {
    List<Match> positive = new ArrayList<>();
    List<Match> negative = new ArrayList<>();
    for (MadeUpMember member : members) {
      if (takesPart(member.bank, selection)) {
        nearest(member, content)
            .ifPresent(match ->
                (match.bank().kind() == BankKind.POSITIVE ? positive : negative).add(match));
      }
    }
    positive.sort(Comparator.comparingInt(Match::distance));
    Optional<Match> nearestNegative =
        negative.stream().min(Comparator.comparingInt(Match::distance));
    return new Findings.Found(
        positive.stream().filter(match -> !silences(nearestNegative, match)).toList(),
        positive.stream()
            .filter(match -> silences(nearestNegative, match))
            .map(match -> new Findings.Silenced(match, nearestNegative.orElseThrow()))
            .toList(),
        List.of());
  }

  private static boolean takesPart(Bank bank, Selection selection) {
    boolean asked = selection.only().isEmpty() || selection.only().contains(bank.id());
    return asked && bank.terms().enabledShare() > selection.coin();
  }

  private static boolean silences(Optional<Match> negative, Match match) {
    return negative.filter(known -> known.distance() < match.distance()).isPresent();
  }

  private static Optional<Match> nearest(MadeUpMember member, List<SoughtSignal> content) {
    return content.stream()
        .flatMap(sought -> match(member, sought))
        .min(Comparator.comparingInt(Match::distance));
  }

  private static Stream<Match> match(MadeUpMember member, SoughtSignal sought) {
    if (!sought.signal().type().equals(member.signal.type())
        || sought.quality() < member.bank.terms().minQuality()) {
      return Stream.empty();
    }
    int distance = distance(member.signal, sought.signal());
    return distance > member.bank.terms().radius()
        ? Stream.empty()
        : Stream.of(new Match(
            member.bank,
            member.id,
            member.signal.type(),
            distance,
            sought.orientation(),
            member.disputed));
  }

  private static int distance(Signal one, Signal other) {
    return one instanceof HammingSignal bits
        ? bits.distanceTo((HammingSignal) other)
        : one.equals(other) ? 0 : Integer.MAX_VALUE;
  }
}
