package org.vigie.server.bank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.Findings.Found;
import org.vigie.server.bank.IndexNotLoadedException;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.index.ModelBanks.Answer;
import org.vigie.server.bank.transfer.BankInstallation;

/// Random banks, changes and queries: the findings equal those of the slow model.
@Tag("slow")
final class KnownContentTest {
  private static final int CHANGES = 120;
  private static final int QUERIES = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void find_afterRandomChanges_equalsTheModelAtThatRevision(long seed) {
    try (BankInstallation vigie = BankInstallation.empty();
        BankInstallation other = vigie.another()) {
      World world = new World(vigie, new Random(seed));
      world.banks();
      for (int change = 0; change < CHANGES; change++) {
        world.change();
      }
      other.caughtUp();
      for (int query = 0; query < QUERIES; query++) {
        List<SoughtSignal> content = world.content();
        double coin = world.random.nextInt(10) / 10.0;
        Answer expected = world.model.find(content, coin);
        assertThat(answer(vigie, content, coin)).as("seed %d", seed).isEqualTo(expected);
        assertThat(answer(other, content, coin)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void find_beforeTheIndexIsLoaded_saysSoAndNothingElse() {
    KnownContent known = new LoadedIndex(InstantSource.system());

    assertThat(known.isReady()).isFalse();
    assertThatThrownBy(() -> known.find(List.of(), Selection.ALL))
        .isInstanceOf(IndexNotLoadedException.class);
    assertThatThrownBy(known::revision).isInstanceOf(IndexNotLoadedException.class);
  }

  @Test
  void quality_belowWhatTheBanksThatTakePartCompare_isNotCompared() {
    try (BankInstallation vigie = BankInstallation.empty()) {
      vigie.bank("FALSE_ALARMS", BankKind.NEGATIVE, new MatchTerms(31, 0, 1));
      assertThat(find(vigie, Set.of(), 0).compared(0))
          .as("no known content at all")
          .isTrue();
      vigie.bank("SELDOM", BankKind.POSITIVE, new MatchTerms(31, 50, .1));
      Bank strict = vigie.bank("STRICT", BankKind.POSITIVE, new MatchTerms(31, 80, 1));

      assertThat(find(vigie, Set.of(), 0).compared(30)).as("only false alarms").isFalse();
      assertThat(find(vigie, Set.of(), .05).compared(60))
          .as("compared by SELDOM")
          .isTrue();
      assertThat(find(vigie, Set.of(), .5).compared(60)).as("SELDOM stays out").isFalse();
      assertThat(find(vigie, Set.of(strict.id()), 0).compared(60))
          .as("not asked")
          .isFalse();
      assertThat(find(vigie, Set.of(), .5).compared(80)).isTrue();
    }
  }

  private static Findings find(BankInstallation where, Set<BankId> only, double coin) {
    where.caughtUp();
    return where.known.find(List.of(List.of()), new Selection(only, coin));
  }

  private static Answer answer(BankInstallation where, List<SoughtSignal> content, double coin) {
    Selection selection = new Selection(Set.of(), coin);
    Found found = where.known.find(List.of(content), selection).contents().getFirst();
    return new Answer(
        numbers(found.matches()),
        numbers(found.silenced().stream().map(Findings.Silenced::match).toList()),
        numbers(found.contradicted().stream().map(Findings.Contradicted::match).toList()));
  }

  private static Set<Long> numbers(List<Match> matches) {
    Set<Long> numbers = new TreeSet<>();
    matches.forEach(
        match -> assertThat(numbers.add(match.member().value())).as("each once").isTrue());
    return numbers;
  }

  /// Few signals, near each other, so that much meets.
  private static final class World {
    private final BankInstallation vigie;
    private final Random random;
    private final ModelBanks model = new ModelBanks();
    private final List<Bank> banks = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<PdqSignal> pictures = new ArrayList<>();

    World(BankInstallation vigie, Random random) {
      this.vigie = vigie;
      this.random = random;
      for (int picture = 0; picture < 4; picture++) {
        pictures.add(new PdqSignal(few(), few(), few(), few()));
      }
    }

    /// So few bits that no noise makes them more than a picture has.
    private long few() {
      long mask = random.nextLong();
      return random.nextLong() & mask;
    }

    void banks() {
      for (int number = 0; number < 4; number++) {
        BankKind kind = number < 2 ? BankKind.POSITIVE : BankKind.NEGATIVE;
        changed(vigie.bank("BANK_" + number, kind, terms()));
      }
    }

    void change() {
      switch (random.nextInt(10)) {
        case 0 -> edit();
        case 1, 2, 3 -> changeStatus();
        default -> add();
      }
    }

    private void changed(Bank bank) {
      banks.removeIf(other -> other.id().equals(bank.id()));
      banks.add(bank);
      model.put(bank);
    }

    private MatchTerms terms() {
      return new MatchTerms(random.nextInt(40), random.nextInt(101), random.nextInt(11) / 10.0);
    }

    private void edit() {
      Bank bank = oneOf(banks);
      BankDraft draft = new BankDraft(
          bank.name(), bank.kind(), bank.category(), terms(), random.nextBoolean(), "");
      changed(vigie.banks.edit(bank.id(), bank.version(), draft, CALLER));
    }

    private void add() {
      List<MemberSignal> signals = new ArrayList<>();
      if (random.nextBoolean()) {
        signals.add(MemberSignal.of(digest()));
      }
      if (signals.isEmpty() || random.nextBoolean()) {
        OptionalInt quality =
            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(101));
        signals.add(new MemberSignal(picture(), quality));
      }
      Bank bank = oneOf(banks);
      changed(vigie.members.add(bank.id(), signals, MemberDescription.NONE, CALLER));
    }

    private void changeStatus() {
      if (!members.isEmpty()) {
        Member member = oneOf(members);
        MemberStatus status = oneOf(List.of(MemberStatus.values()));
        changed(vigie.members.change(member.id(), StatusChange.of(status, "random"), CALLER));
      }
    }

    private void changed(Member member) {
      members.removeIf(other -> other.id().equals(member.id()));
      members.add(member);
      model.put(member);
    }

    List<SoughtSignal> content() {
      List<SoughtSignal> content = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        Signal signal = random.nextInt(3) == 0 ? digest() : picture();
        content.add(new SoughtSignal(signal, random.nextInt(101), Optional.empty()));
      }
      return content;
    }

    private Signal digest() {
      return DigestType.MD5.ofBytes(
          new byte[] {(byte) random.nextInt(5), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    private PdqSignal picture() {
      PdqSignal picture = oneOf(pictures);
      long noise = 0;
      for (int bit = random.nextInt(30); bit > 0; bit--) {
        noise |= 1L << random.nextInt(64);
      }
      return new PdqSignal(picture.w3() ^ noise, picture.w2(), picture.w1(), picture.w0());
    }

    private <T> T oneOf(List<T> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
