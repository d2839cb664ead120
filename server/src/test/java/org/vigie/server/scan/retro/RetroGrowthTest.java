package org.vigie.server.scan.retro;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.store.RetroProgress;
import org.vigie.testkit.Eventually;

/// The cost of a retro-match, its figures, and its causes.
@ServerTest
@Import(MovableClock.AsTheClock.class)
@Timeout(120)
final class RetroGrowthTest {
  private final RetroWorld world;
  private final MeterRegistry registry;
  private final ScanMeters meters;

  @Autowired
  RetroGrowthTest(ApplicationContext server, MeterRegistry registry, ScanMeters meters)
      throws InterruptedException {
    this.world = new RetroWorld(server);
    this.registry = registry;
    this.meters = meters;
  }

  @Test
  void retroMatch_growthThatTouchesOneScan_comparesThatOneInFull() {
    RandomContent content = new RandomContent(99);
    Bank bank = world.bank("ONE", BankKind.POSITIVE, RetroWorld.ALWAYS);
    MediaSignals wanted = content.unlikeAny();
    ScanId scan = world.scan(wanted, content);
    for (int i = 0; i < 200; i++) {
      world.scan(content.unlikeAny(), content);
    }
    RetroMatch retro = world.usual(50);
    double before = registry.counter("vigie.retro.compared").count();
    world.comparedInFull.set(0);

    MemberSignal turned =
        MemberSignal.of(wanted.sought().getLast().signal()); // as it is in the last orientation
    MemberId member = world
        .members
        .add(bank.id(), List.of(turned), MemberDescription.NONE, RetroWorld.CALLER)
        .id();
    world.quiesce(retro);

    assertThat(world.stored(scan)).containsExactly(member.value());
    assertThat(world.comparedInFull).hasValue(1);
    assertThat(registry.counter("vigie.retro.compared").count() - before)
        .isGreaterThanOrEqualTo(201);
    assertThat(world.store.state().progress()).isEqualTo(RetroProgress.NONE);
  }

  @Test
  void retroMatch_whileAPassIsUnderWay_saysWhatIsLeftAndSinceWhen() {
    RandomContent content = new RandomContent(98);
    Bank bank = world.bank("LAG", BankKind.POSITIVE, RetroWorld.ALWAYS);
    for (int i = 0; i < 30; i++) {
      world.scan(content.unlikeAny(), content);
    }
    world.members.add(bank.id(), content.member(), MemberDescription.NONE, RetroWorld.CALLER);
    world.followed();
    long left =
        world.jdbc.sql("select count(*) from scan.scan").query(Long.class).single();
    RetroMatch retro = world.usual(10);
    while (world.store.state().progress().left() != left - 10) {
      retro.step();
    }
    world.clock.pass(Duration.ofSeconds(90));
    meters.note(world.store.state().progress());

    assertThat(registry.get("vigie.retro.left").gauge().value()).isEqualTo((double) (left - 10));
    assertThat(registry.get("vigie.retro.lag").gauge().value()).isEqualTo(90);
  }

  @Test
  void member_whoseTimeIsOver_matchesAtOnceAndIsComparedWithWhatIsKept() {
    RandomContent content = new RandomContent(97);
    Bank bank = world.bank("SLEEP", BankKind.POSITIVE, RetroWorld.ALWAYS);
    MediaSignals media = content.unlikeAny();
    MemberSignal signal = MemberSignal.of(media.sought().getLast().signal());
    MemberId member = world
        .members
        .add(bank.id(), List.of(signal), MemberDescription.NONE, RetroWorld.CALLER)
        .id();
    Duration hour = Duration.ofHours(1);
    world.members.disable(member, Optional.of(world.clock.instant().plus(hour)), RetroWorld.CALLER);
    ScanId scan = world.scan(media, content);
    RetroMatch retro = world.usual(50);

    world.clock.pass(hour.minusMillis(1));
    world.quiesce(retro);
    assertThat(world.matching(scan, media)).isEmpty();
    assertThat(world.stored(scan)).isEmpty();

    world.clock.pass(Duration.ofMillis(1));
    assertThat(world.matching(scan, media)).as("at that moment").containsExactly(member.value());
    Eventually.holds(() -> world.members.get(member).disabledUntil().isEmpty());
    world.quiesce(retro);
    assertThat(world.stored(scan)).containsExactly(member.value());
    assertThat(world.members.history(member).getLast().act()).isEqualTo(MemberEvent.Act.ENABLED);
  }

  /// Returns a signal that differs from the picture, as it is in its last orientation, in some
  /// bits.
  private static List<MemberSignal> like(MediaSignals media, int bits) {
    PdqSignal last = (PdqSignal) media.sought().getLast().signal();
    return List.of(MemberSignal.of(NearSignal.without(bits, last)));
  }

  private MemberId add(Bank bank, List<MemberSignal> signals) {
    return world
        .members
        .add(bank.id(), signals, MemberDescription.NONE, RetroWorld.CALLER)
        .id();
  }

  @Test
  void falsePositive_withdrawn_letsBeFoundWhatItSilenced() {
    RandomContent content = new RandomContent(96);
    MediaSignals media = content.unlikeAny();
    Bank bank = world.bank("SILENCED", BankKind.POSITIVE, RetroWorld.ALWAYS);
    Bank harmless = world.bank("HARMLESS", BankKind.NEGATIVE, RetroWorld.ALWAYS);
    MemberId member = add(bank, like(media, 8));
    MemberId falsePositive = add(harmless, like(media, 1));
    world.quiesce(world.usual(50));
    ScanId scan = world.scan(media, content);
    assertThat(world.stored(scan)).isEmpty();

    StatusChange change = StatusChange.of(MemberStatus.WITHDRAWN, "a test");
    world.members.change(falsePositive, change, RetroWorld.CALLER);
    world.quiesce(world.usual(50));

    assertThat(world.stored(scan)).containsExactly(member.value());
  }

  @Test
  void bank_withAWiderRadius_isComparedAgainWithItsOldMembers() {
    RandomContent content = new RandomContent(95);
    MediaSignals media = content.unlikeAny();
    Bank bank = world.bank("NARROW", BankKind.POSITIVE, new MatchTerms(5, 50, 1));
    MemberId member = add(bank, like(media, 8));
    world.quiesce(world.usual(50));
    ScanId scan = world.scan(media, content);
    assertThat(world.stored(scan)).isEmpty();

    Bank now = world.banks.find(bank.id()).orElseThrow();
    BankDraft wider =
        new BankDraft(now.name(), now.kind(), now.category(), new MatchTerms(8, 50, 1), true, "");
    world.banks.edit(now.id(), now.version(), wider, RetroWorld.CALLER);
    world.quiesce(world.usual(50));

    assertThat(world.stored(scan)).containsExactly(member.value());
  }
}
