package org.vigie.server.bank.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSetAside;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.transfer.BankInstallation;
import org.vigie.server.policy.CategoryKey;

/// Ten contents and a tenth of all scans within an hour are allowed.
@Tag("slow")
final class FloodGuardTest {
  private static final BankInstallation vigie = BankInstallation.empty();
  private static final AtomicLong NUMBER = new AtomicLong();

  private final long number = NUMBER.incrementAndGet();
  private final Signal pdq = signal(number);
  private final Signal digest = Digest.of(DigestType.MD5, new byte[] {(byte) number});
  private final Bank bank = bank("FLOOD_" + number);
  private final Member member = vigie.members.add(
      bank.id(),
      List.of(MemberSignal.of(pdq), MemberSignal.of(digest)),
      MemberDescription.NONE,
      CALLER);

  @AfterAll
  static void stop() {
    vigie.close();
  }

  /// An unverified bank.
  private static Bank bank(String name) {
    return vigie.banks.create(
        new BankDraft(
            new BankName(name),
            BankKind.POSITIVE,
            new CategoryKey("test-content"),
            BankInstallation.ALWAYS,
            false,
            "made up"),
        CALLER);
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

  /// The scans of other tests leave the window.
  @BeforeEach
  void letTimePass() {
    vigie.pass(Duration.ofHours(2));
    vigie.published.clear();
  }

  @Test
  void member_matchingTooManyContents_isSetAsideAndShownToALead() {
    observe(pdq, 1, 10);
    MemberStatus before = status();

    observe(pdq, 11, 11);

    assertThat(before).isEqualTo(MemberStatus.ACTIVE);
    assertThat(status()).isEqualTo(MemberStatus.SET_ASIDE);
    assertThat(matches(pdq)).isEmpty();
    assertThat(vigie.published).contains(new MemberSetAside(bank.id(), member.id()));
    assertThat(vigie.members.setAside(100)).extracting(Member::id).contains(member.id());
    assertThat(vigie.members.history(member.id()).getLast().reason())
        .isEqualTo("11 different contents of 11 scans within PT1H");
  }

  @Test
  void member_ofAVerifiedBank_goesOnMatchingAndWaitsForAPerson() {
    Bank verified = vigie.bank("VERIFIED_" + number);
    Member listed = vigie.members.add(
        verified.id(), List.of(MemberSignal.of(signal(-number))), MemberDescription.NONE, CALLER);

    observe(signal(-number), 1, 100);

    assertThat(vigie.members.get(listed.id()).status()).isEqualTo(MemberStatus.DISPUTED);
    assertThat(matches(signal(-number))).singleElement().satisfies(match -> {
      assertThat(match.member()).isEqualTo(listed.id());
      assertThat(match.disputed()).isTrue();
    });
  }

  @Test
  void picture_writtenAnew_isOneContent() {
    PdqSignal one = signal(1_000 + number);

    assertThat(FloodGuard.contentOf(one))
        .isEqualTo(FloodGuard.contentOf(PdqSignal.parse(one.text())))
        .isNotEqualTo(FloodGuard.contentOf(signal(2_000 + number)));
  }

  @Test
  void member_matchingOneContentOften_stays() {
    for (int repeat = 0; repeat < 100; repeat++) {
      observe(pdq, 1, 1);
    }

    assertThat(status()).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void member_matchingASmallShareOfManyScans_stays() {
    for (int content = 0; content < 1_000; content++) {
      vigie.floods.observe(content, List.of());
    }
    observe(pdq, 1, 90);

    assertThat(status()).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void member_matchingSlowly_stays() {
    for (int content = 0; content < 40; content++) {
      observe(pdq, content, content);
      vigie.pass(Duration.ofMinutes(10));
    }

    assertThat(status()).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void member_matchingByItsDigest_stays() {
    observe(digest, 1, 50);

    assertThat(status()).isEqualTo(MemberStatus.ACTIVE);
  }

  @Test
  void member_putBack_matchesAgainAndIsCountedAnew() {
    observe(pdq, 1, 11);
    vigie.members.change(member.id(), StatusChange.of(MemberStatus.ACTIVE, "checked"), CALLER);

    observe(pdq, 12, 13);

    assertThat(status()).isEqualTo(MemberStatus.ACTIVE);
    assertThat(matches(pdq)).hasSize(1);
    assertThat(vigie.published).last().isEqualTo(new BankRevised(vigie.known.revision(), true));
  }

  private void observe(Signal signal, int from, int to) {
    List<Match> matches = matches(signal);
    for (int content = from; content <= to; content++) {
      vigie.floods.observe(content, matches);
    }
  }

  private List<Match> matches(Signal signal) {
    return vigie
        .known
        .find(List.of(List.of(SoughtSignal.of(signal))), Selection.ALL)
        .contents()
        .getFirst()
        .matches();
  }

  private MemberStatus status() {
    return vigie.members.get(member.id()).status();
  }
}
