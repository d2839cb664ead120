package org.vigie.server.enforcement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.connector.Action;
import org.vigie.connector.Action.Direction;
import org.vigie.connector.ActionKind;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Subject;
import org.vigie.server.TestDatabase;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Target;
import org.vigie.server.enforcement.planning.RecordingMessenger.Fate;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.Decision;

/// Whatever is decided, reversed, repeated and lost, and in whichever order: the messenger ends as
/// the decisions in force say, acts once for each action, and never without a decision.
final class EnforcementModelTest {
  private static final List<ActionKind> LADDER =
      List.of(ActionKind.PAUSE_ACCOUNT, ActionKind.SUSPEND_ACCOUNT, ActionKind.BAN_ACCOUNT);

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  private static Fate fate(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> Fate.LOST_BEFORE;
      case 1, 2 -> Fate.LOST_AFTER;
      case 3 -> Fate.DEFERRED;
      default -> Fate.ANSWERED;
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void messenger_afterAnyHistory_isAsTheDecisionsInForceSay(long seed) {
    Random random = new Random(seed);
    RecordingMessenger messenger = new RecordingMessenger(EnforcementWorld.CHAT, _ -> fate(random));
    try (EnforcementWorld world = new EnforcementWorld(TestDatabase.migrated(), messenger, seed)) {
      List<Decision> decided = new ArrayList<>();
      Set<Decision> reversed = new HashSet<>();
      for (int turn = 0; turn < 60; turn++) {
        turn(world, random, decided, reversed);
      }
      decided.forEach(world::tell);
      reversed.forEach(world::tellReversed);
      world.settle();
      // the longest suspension is over, and nothing else changes
      world.ends.step();
      world.settle();

      assertThat(world.pending()).as("seed %d", seed).isEmpty();
      decided.removeAll(reversed);
      isAsDecided(world, messenger, decided, seed);
      assertThat(messenger.effects.stream().map(Action::key))
          .as("seed %d", seed)
          .doesNotHaveDuplicates();
      assertThat(messenger.overlaps).as("seed %d", seed).isEmpty();
      everyActionHasADecision(world, messenger, seed);
    }
  }

  private static void turn(
      EnforcementWorld world, Random random, List<Decision> decided, Set<Decision> reversed) {
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        Decision decision = world.decide(subject(random), measures(random));
        decided.add(decision);
        if (random.nextBoolean()) {
          world.tell(decision);
        }
      }
      case 2 -> {
        if (!decided.isEmpty()) {
          Decision decision = decided.get(random.nextInt(decided.size()));
          world.reverse(decision);
          reversed.add(decision);
          if (random.nextBoolean()) {
            world.tellReversed(decision);
          }
        }
      }
      case 3 -> {
        // facts are told again, and late
        decided.stream().filter(_ -> random.nextInt(3) == 0).forEach(world::tell);
        reversed.stream().filter(_ -> random.nextInt(3) == 0).forEach(world::tellReversed);
      }
      case 4 -> {
        world.pass(Duration.ofHours(random.nextInt(40)));
        world.ends.step();
      }
      default -> {
        for (int attempt = 0; attempt < random.nextInt(8); attempt++) {
          world.deliveries.step(world.handler);
          world.pass(Duration.ofSeconds(random.nextInt(20)));
        }
      }
    }
  }

  private static Subject subject(Random random) {
    return EnforcementWorld.subject(
        "account-" + random.nextInt(2), "room", "message-" + random.nextInt(3));
  }

  private static List<Measure> measures(Random random) {
    List<Measure> measures = new ArrayList<>();
    if (random.nextBoolean()) {
      measures.add(new Measure.OnContent(
          ContentMeasure.values()[random.nextInt(ContentMeasure.values().length)]));
    }
    switch (random.nextInt(4)) {
      case 0 -> measures.add(new Measure.OnAccount(new Sanction.Ban()));
      case 1, 2 ->
        measures.add(new Measure.OnAccount(new Sanction.Suspension(1 + random.nextInt(5))));
      default -> {
        if (measures.isEmpty()) {
          measures.add(new Measure.OnContent(ContentMeasure.QUARANTINE));
        }
      }
    }
    return measures;
  }

  private static Stream<PlannedAction> plan(EnforcementWorld world, Decision decision) {
    return Plan.of(
        decision,
        world.decisions.subject(decision.subject()).orElseThrow(),
        world.decisions.messages(decision.subject()),
        "text")
        .stream();
  }

  /// The naive model: the strongest measure of all decisions in force whose time is not over.
  private static void isAsDecided(
      EnforcementWorld world, RecordingMessenger messenger, List<Decision> inForce, long seed) {
    Map<Target, Set<ActionKind>> wanted = inForce.stream()
        .flatMap(decision -> plan(world, decision))
        .filter(action -> action.kind() != ActionKind.NOTIFY)
        .filter(action -> !action.action().until().orElse(Instant.MAX).isBefore(world.now()))
        .collect(Collectors.groupingBy(
            action -> action.target(),
            Collectors.mapping(action -> action.kind(), Collectors.toSet())));
    Set<Target> targets = new HashSet<>(wanted.keySet());
    messenger.effects.forEach(action -> targets.add(Target.of(action.kind(), action.subject())));
    for (Target target : targets) {
      Set<ActionKind> kinds = wanted.getOrDefault(target, Set.of());
      if (target.value().contains(" account:")) {
        Optional<ActionKind> strongest =
            kinds.stream().max(Comparator.comparingInt(LADDER::indexOf));
        assertThat(messenger.state(target))
            .as("seed %d, %s", seed, target.value())
            .isEqualTo(strongest);
      } else {
        assertThat(messenger.marks(target))
            .as("seed %d, %s", seed, target.value())
            .isEqualTo(kinds);
      }
    }
  }

  private static void everyActionHasADecision(
      EnforcementWorld world, RecordingMessenger messenger, long seed) {
    Set<IdempotencyKey> planned = world.decisions.made.values().stream()
        .flatMap(decision -> plan(world, decision))
        .map(action -> action.id().key())
        .collect(Collectors.toSet());
    List<IdempotencyKey> begun = world
        .jdbc
        .sql("""
            select coalesce(of_action, action_id) from enforcement.action
             where action_id = any (cast(:ids as uuid[]))
            """)
        .param(
            "ids",
            messenger.asked.stream()
                .map(action -> action.key().value())
                .collect(Collectors.joining(",", "{", "}")))
        .query(String.class)
        .list()
        .stream()
        .map(IdempotencyKey::new)
        .toList();
    assertThat(planned).as("seed %d", seed).containsAll(begun);
    assertThat(messenger.asked.stream().map(Action::key).distinct().count())
        .isEqualTo(begun.size());
  }

  private static void with(
      Function<Action, Fate> fates, BiConsumer<EnforcementWorld, RecordingMessenger> test) {
    RecordingMessenger messenger = new RecordingMessenger(EnforcementWorld.CHAT, fates);
    try (EnforcementWorld world = new EnforcementWorld(TestDatabase.migrated(), messenger, 1)) {
      test.accept(world, messenger);
    }
  }

  private static final List<Measure> REMOVE_AND_BAN = List.of(
      new Measure.OnContent(ContentMeasure.QUARANTINE), new Measure.OnAccount(new Sanction.Ban()));

  @Test
  void actions_ofADecision_comeInOrder() {
    with(_ -> Fate.ANSWERED, (world, messenger) -> {
      world.tell(world.decide(EnforcementWorld.subject("a", "r", "m"), REMOVE_AND_BAN));
      world.deliver();
      assertThat(messenger.effects.stream().map(Action::kind))
          .containsExactly(
              ActionKind.QUARANTINE_MEDIA,
              ActionKind.REMOVE_MESSAGE,
              ActionKind.BAN_ACCOUNT,
              ActionKind.NOTIFY);
    });
  }

  @Test
  void removalThatFails_keepsTheBanFromNothing_butTheNotificationWaits() {
    with(
        action -> action.kind() == ActionKind.REMOVE_MESSAGE ? Fate.LOST_BEFORE : Fate.ANSWERED,
        (world, messenger) -> {
          world.tell(world.decide(EnforcementWorld.subject("a", "r", "m"), REMOVE_AND_BAN));
          world.deliver();
          assertThat(messenger.effects.stream().map(Action::kind))
              .containsExactly(ActionKind.QUARANTINE_MEDIA, ActionKind.BAN_ACCOUNT);
          world.settle();
          assertThat(messenger.effects.stream().map(Action::kind)).endsWith(ActionKind.NOTIFY);
        });
  }

  @Test
  void measureReversedWhileTheMessengerIsDown_isNeverSentAgain() {
    Fate[] now = {Fate.LOST_BEFORE};
    with(_ -> now[0], (world, messenger) -> {
      Decision decision = world.decide(EnforcementWorld.subject("a", "r", "m"), REMOVE_AND_BAN);
      world.tell(decision);
      world.deliver();
      int before = messenger.asked.size();
      world.reverse(decision);
      world.tellReversed(decision);
      now[0] = Fate.ANSWERED;
      world.settle();
      assertThat(messenger.asked.subList(before, messenger.asked.size()))
          .isNotEmpty()
          .allMatch(action -> action.direction() == Direction.UNDO);
      assertThat(messenger.state(account("a"))).isEmpty();
    });
  }

  @Test
  void measure_thatTheMessengerHadBefore_isNotUndone() {
    with(_ -> Fate.ANSWERED, (world, messenger) -> {
      // a moderator of the messenger banned the account
      var subject = EnforcementWorld.subject("a", "r", "m");
      try {
        messenger.carryOut(new Action(
            new IdempotencyKey("own"),
            ActionKind.BAN_ACCOUNT,
            Direction.APPLY,
            subject,
            Optional.empty(),
            Set.of(),
            Optional.empty()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      Decision decision = world.decide(subject, List.of(new Measure.OnAccount(new Sanction.Ban())));
      world.tell(decision);
      world.settle();
      world.reverse(decision);
      world.tellReversed(decision);
      world.settle();
      assertThat(messenger.state(account("a"))).contains(ActionKind.BAN_ACCOUNT);
      assertThat(world.endings(decision)).contains("UNDO BAN_ACCOUNT KEPT");
    });
  }

  @Test
  void milderMeasure_takesOver_whenTheStrongerIsRefused() {
    with(
        action -> action.kind() == ActionKind.BAN_ACCOUNT ? Fate.DENIED : Fate.ANSWERED,
        (world, messenger) -> {
          var subject = EnforcementWorld.subject("a", "r", "m");
          world.tell(world.decide(subject, List.of(new Measure.OnAccount(new Sanction.Ban()))));
          Decision milder =
              world.decide(subject, List.of(new Measure.OnAccount(new Sanction.Suspension(3))));
          world.tell(milder);
          assertThat(world.endings(milder)).contains("MEASURE SUSPEND_ACCOUNT KEPT");
          world.deliver();
          assertThat(messenger.state(account("a"))).contains(ActionKind.SUSPEND_ACCOUNT);
          world.pass(Duration.ofDays(4));
          world.ends.step();
          world.deliver();
          assertThat(messenger.state(account("a"))).isEmpty();
        });
  }

  @Test
  void person_isNotified_alsoWhereAStrongerMeasureCameBeforeTheirsWasAsked() {
    with(_ -> Fate.ANSWERED, (world, messenger) -> {
      var subject = EnforcementWorld.subject("a", "r", "m");
      Decision milder =
          world.decide(subject, List.of(new Measure.OnAccount(new Sanction.Suspension(3))));
      world.tell(milder);
      world.tell(world.decide(subject, List.of(new Measure.OnAccount(new Sanction.Ban()))));
      assertThat(world.endings(milder)).contains("MEASURE SUSPEND_ACCOUNT KEPT");
      world.settle();
      assertThat(messenger.effects.stream().map(Action::kind))
          .containsOnlyOnce(ActionKind.BAN_ACCOUNT)
          .filteredOn(ActionKind.NOTIFY::equals)
          .hasSize(2);
    });
  }

  private static Target account(String account) {
    return Target.of(ActionKind.BAN_ACCOUNT, EnforcementWorld.subject(account, "r", "m"));
  }
}
