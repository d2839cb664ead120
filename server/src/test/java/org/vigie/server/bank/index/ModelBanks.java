package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.SoughtSignal;

/// The expected findings of the banks, computed the slow way: every signal of the content beside
/// every signal of every member, and the rules of `docs/adr/0006-negative-banks.md` as they are
/// written there.
final class ModelBanks {
  final Map<Integer, ModelBank> banks = new LinkedHashMap<>();

  /// @param members by number
  record ModelBank(Bank bank, Map<Long, ModelMember> members) {}

  record ModelMember(List<MemberSignal> signals, MemberStatus status) {}

  /// The findings, as sets of member numbers.
  record Answer(Set<Long> matches, Set<Long> silenced, Set<Long> contradicted) {}

  private record Pair(ModelBank bank, long member, Signal sought, int distance) {
    boolean exact() {
      return sought instanceof ExactSignal;
    }
  }

  void put(Bank bank) {
    ModelBank before = banks.get(bank.id().value());
    banks.put(
        bank.id().value(),
        new ModelBank(bank, before == null ? new LinkedHashMap<>() : before.members()));
  }

  void put(Member member) {
    Objects.requireNonNull(banks.get(member.bank().value()))
        .members()
        .put(member.id().value(), new ModelMember(member.signals(), member.status()));
  }

  Answer find(List<SoughtSignal> content, double coin) {
    List<Pair> positive = new ArrayList<>();
    List<Pair> negative = new ArrayList<>();
    for (ModelBank bank : banks.values()) {
      boolean isPositive = bank.bank().kind() == BankKind.POSITIVE;
      pairs(bank, content, coin, isPositive ? positive : negative);
    }
    return judged(positive, negative);
  }

  private static void pairs(
      ModelBank bank, List<SoughtSignal> content, double coin, List<Pair> pairs) {
    if (coin >= bank.bank().terms().enabledShare()) {
      return;
    }
    bank.members()
        .forEach((number, member) -> member.signals().forEach(signal -> {
          for (SoughtSignal sought : content) {
            int distance = distance(bank.bank(), member, signal, sought);
            if (distance >= 0) {
              pairs.add(new Pair(bank, number, sought.signal(), distance));
            }
          }
        }));
  }

  /// Returns -1 if the two do not match.
  private static int distance(
      Bank bank, ModelMember member, MemberSignal signal, SoughtSignal sought) {
    boolean exact = signal.signal() instanceof ExactSignal;
    if (!counts(bank, member.status(), exact)) {
      return -1;
    }
    if (exact) {
      return signal.signal().equals(sought.signal()) ? 0 : -1;
    }
    int minQuality = bank.terms().minQuality();
    if (!(sought.signal() instanceof HammingSignal wanted)
        || sought.quality() < minQuality
        || signal.quality().orElse(100) < minQuality) {
      return -1;
    }
    int distance = ((HammingSignal) signal.signal()).distanceTo(wanted);
    return distance <= bank.terms().radius() ? distance : -1;
  }

  private static boolean counts(Bank bank, MemberStatus status, boolean exact) {
    return switch (status) {
      case ACTIVE, DISPUTED -> true;
      case SET_ASIDE -> exact && bank.verified();
      case WITHDRAWN -> false;
    };
  }

  private static Answer judged(List<Pair> positive, List<Pair> negative) {
    Answer answer = new Answer(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    boolean known = positive.stream().anyMatch(Pair::exact);
    boolean knownFalse = negative.stream().anyMatch(Pair::exact);
    int nearest = negative.stream()
        .filter(pair -> !pair.exact())
        .mapToInt(Pair::distance)
        .min()
        .orElse(Integer.MAX_VALUE);
    Map<Long, List<Pair>> byMember = new LinkedHashMap<>();
    positive.forEach(
        pair -> byMember.computeIfAbsent(pair.member(), _ -> new ArrayList<>()).add(pair));
    byMember.forEach((member, pairs) -> {
      boolean digest = pairs.stream().anyMatch(Pair::exact);
      int distance = pairs.stream()
          .filter(pair -> !pair.exact())
          .min(Comparator.comparingInt(Pair::distance))
          .map(Pair::distance)
          .orElse(Integer.MAX_VALUE);
      boolean looks = distance <= 63 && nearest >= distance && (known || !knownFalse);
      (digest || looks ? answer.matches() : answer.silenced()).add(member);
      if (digest ? knownFalse : looks && nearest == distance) {
        answer.contradicted().add(member);
      }
    });
    return answer;
  }
}
