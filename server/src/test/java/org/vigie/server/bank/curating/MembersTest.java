package org.vigie.server.bank.curating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.server.bank.transfer.BankInstallation.ALWAYS;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings.Found;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.bank.transfer.BankInstallation;
import org.vigie.server.frame.ProblemException;

@Tag("slow")
final class MembersTest {
  private static final BankInstallation vigie = BankInstallation.empty();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /// Of each test other signals and banks, as all share a database.
  private final int number = NUMBER.incrementAndGet();

  private final PdqSignal pdq = signal(number);
  private final Signal md5 = Digest.of(DigestType.MD5, new byte[] {(byte) number});
  private final String known = "KNOWN_" + number;

  @AfterAll
  static void stop() {
    vigie.close();
  }

  /// Far from the signal of every other number.
  private static PdqSignal signal(long number) {
    Random random = new Random(number);
    return new PdqSignal(few(random), few(random), few(random), few(random));
  }

  /// So few bits that no change of some makes them more than a picture has.
  private static long few(Random random) {
    long mask = random.nextLong();
    return random.nextLong() & mask;
  }

  @Test
  void member_added_matchesWhenTheCallReturns() {
    Bank bank = vigie.bank(known);

    Member member = add(bank, pdq, md5);

    assertThat(found(pdq).matches()).hasSize(1).allSatisfy(match -> {
      assertThat(match.member()).isEqualTo(member.id());
      assertThat(match.bank().name()).isEqualTo(new BankName(known));
      assertThat(match.distance()).isZero();
      assertThat(match.disputed()).isFalse();
    });
    assertThat(found(md5).matches()).hasSize(1);
    assertThat(vigie.banks.get(bank.name()).members()).isEqualTo(1);
  }

  @Test
  void member_withdrawnAndPutBack_matchesOnlyThen() {
    Member member = add(vigie.bank(known), pdq);

    change(member, MemberStatus.WITHDRAWN);
    Found withdrawn = found(pdq);
    change(member, MemberStatus.ACTIVE);

    assertThat(withdrawn.matches()).isEmpty();
    assertThat(found(pdq).matches()).hasSize(1);
    assertThat(vigie.members.history(member.id()))
        .extracting(MemberEvent::act)
        .containsExactly(
            MemberEvent.Act.ADDED, MemberEvent.Act.WITHDRAWN, MemberEvent.Act.PUT_BACK);
  }

  @Test
  void members_ofABankThatIsClosedOrDisabledOrNegative_haveEndedAndThatIsPublished() {
    Bank kept = vigie.bank(known + "_A");
    Bank closed = vigie.bank(known + "_B");
    Bank disabled = vigie.bank(known + "_C");
    Bank turned = vigie.bank(known + "_D");
    List<MemberId> all = List.of(kept, closed, disabled, turned).stream()
        .map(bank -> add(bank, pdq).id())
        .toList();
    assertThat(vigie.members.ended(all)).isEmpty();

    vigie.banks.edit(kept.id(), current(kept), draft(kept, kept.kind(), 0.5), CALLER);
    assertThat(vigie.published).doesNotContain(new MembersEnded(kept.id()));
    vigie.banks.close(closed.id(), current(closed), CALLER);
    vigie.banks.edit(disabled.id(), current(disabled), draft(disabled, disabled.kind(), 0), CALLER);
    vigie.banks.edit(turned.id(), current(turned), draft(turned, BankKind.NEGATIVE, 1), CALLER);

    assertThat(vigie.published)
        .contains(
            new MembersEnded(closed.id()),
            new MembersEnded(disabled.id()),
            new MembersEnded(turned.id()));
    assertThat(vigie.published).doesNotContain(new MembersLive(disabled.id()));
    vigie.banks.edit(disabled.id(), current(disabled), draft(disabled, disabled.kind(), 1), CALLER);
    assertThat(vigie.published).contains(new MembersLive(disabled.id()));
    assertThat(vigie.members.ended(all)).doesNotContain(all.get(2));
    vigie.banks.edit(disabled.id(), current(disabled), draft(disabled, disabled.kind(), 0), CALLER);
    assertThat(vigie.members.ended(all))
        .containsExactlyInAnyOrderElementsOf(all.subList(1, all.size()));
  }

  private static int current(Bank bank) {
    return vigie.banks.find(bank.id()).orElseThrow().version();
  }

  private static BankDraft draft(Bank bank, BankKind kind, double share) {
    return new BankDraft(
        bank.name(), kind, bank.category(), new MatchTerms(31, 50, share), true, "made up");
  }

  @Test
  void member_disputed_matchesAsDisputed() {
    Member member = add(vigie.bank(known), pdq);

    change(member, MemberStatus.DISPUTED);

    assertThat(found(pdq).matches())
        .singleElement()
        .satisfies(match -> assertThat(match.disputed()).isTrue());
  }

  @Test
  void member_setAside_keepsOnlyItsConfirmedDigests() {
    Bank verified = vigie.bank("VERIFIED");
    Bank unverified = vigie.banks.create(
        new BankDraft(
            new BankName("UNVERIFIED"), BankKind.POSITIVE, verified.category(), ALWAYS, false, ""),
        CALLER);
    change(add(verified, pdq, md5), MemberStatus.SET_ASIDE);
    change(add(unverified, pdq, md5), MemberStatus.SET_ASIDE);

    assertThat(found(pdq).matches()).isEmpty();
    assertThat(found(md5).matches())
        .extracting(match -> match.bank().name().value())
        .containsExactly("VERIFIED");
  }

  @Test
  void member_disabled_matchesAgainWhenTheTimeHasCome() {
    Member member = add(vigie.bank(known), pdq);

    vigie.members.disable(member.id(), Optional.of(vigie.now().plus(Duration.ofHours(1))), CALLER);

    assertThat(found(pdq).matches()).isEmpty();
    vigie.pass(Duration.ofHours(1));
    assertThat(found(pdq).matches()).hasSize(1);
  }

  @Test
  void member_ofQualityBelowTheBank_matchesOnceTheBankAllowsIt() {
    Bank bank = vigie.bank(known);
    vigie.members.add(
        bank.id(),
        List.of(new MemberSignal(pdq, OptionalInt.of(40))),
        MemberDescription.NONE,
        CALLER);
    Found before = found(pdq);

    edit(bank, new MatchTerms(31, 40, 1));

    assertThat(before.matches()).isEmpty();
    assertThat(found(pdq).matches()).hasSize(1);
  }

  @Test
  void bank_switchedOffAndClosed_findsNothing() {
    Bank bank = vigie.bank(known);
    add(bank, pdq);

    Bank off = edit(bank, new MatchTerms(31, 50, 0));
    Found whileOff = found(pdq);
    Bank on = edit(off, ALWAYS);
    Found whileOn = found(pdq);
    vigie.banks.close(on.id(), on.version(), CALLER);

    assertThat(whileOff.matches()).isEmpty();
    assertThat(whileOn.matches()).hasSize(1);
    assertThat(found(pdq).matches()).isEmpty();
    assertThat(vigie.banks.find(bank.name())).isEmpty();
    assertThat(vigie.bank(known).id()).isNotEqualTo(bank.id());
  }

  @Test
  void bank_closedAndReopened_findsItsMembersAgain() {
    Bank bank = vigie.bank(known);
    MemberId member = add(bank, pdq).id();
    vigie.banks.close(bank.id(), current(bank), CALLER);
    assertThat(vigie.banks.closed()).extracting(Bank::id).first().isEqualTo(bank.id());

    Bank again = vigie.banks.reopen(bank.id(), current(bank), CALLER);

    assertThat(again.name()).isEqualTo(bank.name());
    assertThat(found(pdq).matches())
        .singleElement()
        .satisfies(match -> assertThat(match.member()).isEqualTo(member));
    assertThat(vigie.published).contains(new MembersLive(bank.id()));
    assertThat(vigie.members.ended(List.of(member))).isEmpty();
    assertThat(vigie.banks.closed()).extracting(Bank::id).doesNotContain(bank.id());
  }

  @Test
  void bank_whoseNameIsTakenMeanwhile_staysClosed() {
    Bank bank = vigie.bank(known);
    vigie.banks.close(bank.id(), current(bank), CALLER);
    vigie.bank(known);

    assertThatThrownBy(() -> vigie.banks.reopen(bank.id(), current(bank), CALLER))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(BankProblems.NAME_TAKEN));
    assertThat(vigie.banks.closed()).extracting(Bank::id).contains(bank.id());
  }

  @Test
  void bank_thatIsOpen_cannotBeReopened() {
    Bank bank = vigie.bank(known);

    assertThatThrownBy(() -> vigie.banks.reopen(bank.id(), current(bank), CALLER))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(BankProblems.NO_SUCH_BANK));
  }

  @Test
  void bank_editedFromAnOldVersion_isRefused() {
    Bank bank = vigie.bank(known);
    edit(bank, new MatchTerms(20, 50, 1));

    assertThatThrownBy(() -> edit(bank, new MatchTerms(10, 50, 1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(BankProblems.CHANGED_MEANWHILE));
    assertThat(vigie.banks.get(bank.name()).terms().radius()).isEqualTo(20);
  }

  @Test
  void bank_ofANameThatIsTaken_isRefused() {
    vigie.bank(known);

    assertThatThrownBy(() -> vigie.bank(known))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(BankProblems.NAME_TAKEN));
  }

  @Test
  void member_ofAReferenceThatIsTaken_isRefusedAndCountsNothing() {
    Bank bank = vigie.bank(known);
    MemberDescription description = new MemberDescription("case-1", "", "", "", Optional.empty());
    vigie.members.add(bank.id(), List.of(MemberSignal.of(pdq)), description, CALLER);

    assertThatThrownBy(
            () -> vigie.members.add(bank.id(), List.of(MemberSignal.of(md5)), description, CALLER))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(BankProblems.REFERENCE_TAKEN));
    assertThat(found(md5).matches()).isEmpty();
    assertThat(vigie.banks.get(bank.name()).members()).isEqualTo(1);
  }

  @Test
  void change_ofAnyKind_isPublishedWithItsRevisionAndWhetherMoreMatches() {
    long before = vigie.known.revision().number();
    vigie.published.clear();

    Member member = add(vigie.bank(known), pdq);
    change(member, MemberStatus.WITHDRAWN);
    change(member, MemberStatus.ACTIVE);

    assertThat(vigie.published)
        .containsExactly(
            new BankRevised(new BankRevision(before + 1), false),
            new BankRevised(new BankRevision(before + 2), true),
            new MemberWithdrawn(member.bank(), member.id()),
            new BankRevised(new BankRevision(before + 3), false),
            new MembersLive(member.bank()),
            new BankRevised(new BankRevision(before + 4), true));
  }

  @Test
  void change_inOneProcess_countsInAnotherAndInOneStartedLater() {
    try (BankInstallation other = vigie.another()) {
      Member member = add(vigie.bank(known), pdq);
      other.caughtUp();
      assertThat(found(other, pdq).matches()).hasSize(1);
      try (BankInstallation later = vigie.another()) {
        assertThat(found(later, pdq).matches()).hasSize(1);
      }
      change(member, MemberStatus.WITHDRAWN);
      other.caughtUp();
      assertThat(found(other, pdq).matches()).isEmpty();
    }
  }

  private Member add(Bank bank, Signal... signals) {
    List<MemberSignal> all = Arrays.stream(signals).map(MemberSignal::of).toList();
    return vigie.members.add(bank.id(), all, MemberDescription.NONE, CALLER);
  }

  private void change(Member member, MemberStatus status) {
    vigie.members.change(member.id(), StatusChange.of(status, "a test"), CALLER);
  }

  private Bank edit(Bank bank, MatchTerms terms) {
    BankDraft draft = new BankDraft(
        bank.name(), bank.kind(), bank.category(), terms, bank.verified(), bank.provenance());
    return vigie.banks.edit(bank.id(), bank.version(), draft, CALLER);
  }

  private Found found(Signal signal) {
    return found(vigie, signal);
  }

  private static Found found(BankInstallation where, Signal signal) {
    return where
        .known
        .find(List.of(List.of(SoughtSignal.of(signal))), Selection.ALL)
        .contents()
        .getFirst();
  }
}
