package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;

/// The acts of reviewers, step by step against a naive model, and all at once.
@Tag("slow")
final class DeskModelTest {
  private static final int PEOPLE = 4;
  private static final int STEPS = 250;
  private static final Duration LOCK = Duration.ofMinutes(10);
  private static final Duration UNDO = Duration.ofSeconds(10);
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.jdbc.sql("truncate review.review_case cascade").update();
  }

  /// A case as the model has it.
  private static final class ModelCase {
    final CaseId id;
    final int rank;
    CaseState state = CaseState.OPEN;
    Stage stage = Stage.FIRST;
    Optional<PersonId> holder = Optional.empty();
    Instant until = Instant.MIN;
    final boolean twice;
    final Set<PersonId> passed = new HashSet<>();
    final Set<PersonId> deciders = new HashSet<>();
    Optional<DecisionId> pending = Optional.empty();
    PersonId decider = ReviewWorld.person(0);
    boolean violation;
    boolean first;

    ModelCase(CaseId id, int rank, boolean twice) {
      this.id = id;
      this.rank = rank;
      this.twice = twice;
    }

    void put(CaseState to) {
      state = to;
      holder = Optional.empty();
    }
  }

  /// The case reserved for a reviewer.
  private record Reservation(ModelCase next, Instant until) {}

  /// The model, and the desk beside it.
  private static final class Run {
    final Random random;
    final Map<CaseId, ModelCase> model = new HashMap<>();
    final Map<PersonId, Reservation> reserved = new HashMap<>();
    int finished;

    Run(long seed) {
      random = new Random(seed);
    }

    PersonId anybody() {
      return ReviewWorld.person(random.nextInt(PEOPLE));
    }

    boolean isLead(PersonId person) {
      return WORLD.leads.contains(person);
    }

    void step() {
      switch (random.nextInt(12)) {
        case 0 -> open();
        case 1, 2, 3 -> claimNext();
        case 4 -> someCase().ifPresent(this::claim);
        case 5 -> someCase().ifPresent(this::putBack);
        case 6, 7 -> someCase().ifPresent(this::decide);
        case 8 -> someCase().ifPresent(this::undo);
        case 9, 10 -> reserve();
        default -> passTime();
      }
    }

    Optional<ModelCase> someCase() {
      List<ModelCase> all = new ArrayList<>(model.values());
      all.sort(Comparator.comparingLong(each -> each.id.value()));
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    void open() {
      boolean twice = random.nextBoolean();
      CaseId id = WORLD.open(twice ? ReviewWorld.TWICE : ReviewWorld.PETTY);
      model.put(id, new ModelCase(id, WORLD.get(id).route().priority(), twice));
    }

    void claimNext() {
      PersonId person = anybody();
      Optional<ModelCase> expected = Optional.ofNullable(reserved.remove(person))
          .filter(this::lasts)
          .map(Reservation::next)
          .filter(each -> fits(each, person))
          .or(() -> first(each -> fits(each, person) && !isForOthers(each, person)))
          .or(() -> first(each -> fits(each, person)));
      ClaimOutcome outcome = WORLD.desk.claimNext(person);
      assertThat(
              outcome instanceof ClaimOutcome.Claimed claimed
                  ? Optional.of(claimed.claimed().id())
                  : Optional.empty())
          .isEqualTo(expected.map(each -> each.id));
      expected.ifPresent(each -> hold(each, person));
    }

    private boolean lasts(Reservation reservation) {
      return reservation.until().isAfter(WORLD.now());
    }

    private boolean fits(ModelCase each, PersonId person) {
      return each.state == CaseState.OPEN
          && !each.passed.contains(person)
          && !each.deciders.contains(person)
          && (each.stage != Stage.LEAD || isLead(person));
    }

    private boolean isForOthers(ModelCase each, PersonId person) {
      return reserved.entrySet().stream()
          .filter(entry -> !entry.getKey().equals(person))
          .anyMatch(entry -> entry.getValue().next() == each && lasts(entry.getValue()));
    }

    private Optional<ModelCase> first(Predicate<ModelCase> wanted) {
      return model.values().stream()
          .filter(wanted)
          .min(Comparator.comparingInt((ModelCase each) -> -each.rank)
              .thenComparingLong(each -> each.id.value()));
    }

    void reserve() {
      PersonId person = anybody();
      reserved.remove(person);
      Optional<ModelCase> expected =
          first(each -> fits(each, person) && !isForOthers(each, person));
      assertThat(WORLD.desk.reserve(person, CaseQuery.ALL).map(Case::id))
          .isEqualTo(expected.map(each -> each.id));
      expected.ifPresent(each -> {
        reserved.values().removeIf(lapsed -> lapsed.next() == each);
        reserved.put(person, new Reservation(each, WORLD.now().plus(LOCK)));
      });
    }

    private void hold(ModelCase held, PersonId person) {
      held.state = CaseState.CLAIMED;
      held.holder = Optional.of(person);
      held.until = WORLD.now().plus(LOCK);
    }

    void claim(ModelCase wanted) {
      PersonId person = anybody();
      boolean mine =
          wanted.holder.equals(Optional.of(person)) || !wanted.until.isAfter(WORLD.now());
      boolean free = wanted.state == CaseState.OPEN || wanted.state == CaseState.CLAIMED && mine;
      boolean conflict =
          wanted.deciders.contains(person) || wanted.stage == Stage.LEAD && !isLead(person);
      ClaimOutcome outcome = WORLD.desk.claim(person, wanted.id);
      if (conflict) {
        assertThat(outcome).isEqualTo(new ClaimOutcome.Conflict());
      } else if (free) {
        assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
        hold(wanted, person);
      } else {
        assertThat(outcome).isEqualTo(new ClaimOutcome.Taken());
      }
    }

    void putBack(ModelCase held) {
      PersonId person = anybody();
      boolean skips = random.nextBoolean();
      if (skips) {
        WORLD.desk.skip(person, held.id, "not mine");
      } else {
        WORLD.desk.release(person, held.id);
      }
      if (held.state == CaseState.CLAIMED && held.holder.equals(Optional.of(person))) {
        held.put(CaseState.OPEN);
        if (skips) {
          held.passed.add(person);
        } else {
          reserved.remove(person);
        }
      }
    }

    void decide(ModelCase held) {
      PersonId person = held.holder.orElseGet(this::anybody);
      boolean holds = held.state == CaseState.CLAIMED
          && held.holder.equals(Optional.of(person))
          && held.until.isAfter(WORLD.now());
      boolean violation = random.nextBoolean();
      Verdict verdict = violation
          ? ReviewWorld.violation(WORLD.get(held.id).category())
          : new Verdict.NoViolation();
      boolean stale = random.nextInt(8) == 0;
      long version = WORLD.get(held.id).version() - (stale ? 1 : 0);
      DecideOutcome outcome = WORLD.desk.decide(person, held.id, version, verdict);
      if (!holds || stale) {
        assertThat(outcome).isEqualTo(new DecideOutcome.Lost());
        return;
      }
      assertThat(outcome).isInstanceOf(DecideOutcome.Decided.class);
      held.pending = Optional.of(((DecideOutcome.Decided) outcome).decision().id());
      held.put(CaseState.PENDING);
      held.decider = person;
      held.violation = violation;
      held.until = WORLD.now().plus(UNDO);
    }

    void undo(ModelCase decided) {
      if (decided.pending.isEmpty()) {
        return;
      }
      PersonId person = random.nextInt(4) == 0 ? anybody() : decided.decider;
      boolean inTime = decided.state == CaseState.PENDING
          && person.equals(decided.decider)
          && WORLD.now().isBefore(decided.until);
      assertThat(WORLD.desk.undo(person, decided.pending.get())).isEqualTo(inTime);
      if (inTime) {
        decided.pending = Optional.empty();
        hold(decided, person);
      }
    }

    void passTime() {
      WORLD.pass(random.nextBoolean() ? Duration.ofSeconds(6) : Duration.ofMinutes(6));
      WORLD.settle();
      WORLD.cases.releaseExpired(WORLD.now());
      model.values().forEach(this::letTimePass);
    }

    private void letTimePass(ModelCase each) {
      boolean over = !each.until.isAfter(WORLD.now());
      if (each.state == CaseState.CLAIMED && over) {
        each.put(CaseState.OPEN);
      } else if (each.state == CaseState.PENDING && over) {
        settle(each);
      }
    }

    private void settle(ModelCase each) {
      each.deciders.add(each.decider);
      boolean counts = each.twice
          && (each.stage == Stage.FIRST
              || each.stage == Stage.SECOND && each.first != each.violation);
      if (counts) {
        each.put(CaseState.OPEN);
        each.first = each.violation;
        each.stage = each.stage == Stage.FIRST ? Stage.SECOND : Stage.LEAD;
      } else {
        each.put(CaseState.DECIDED);
        finished++;
      }
    }

    void compare() {
      for (ModelCase each : model.values()) {
        Case found = WORLD.get(each.id);
        assertThat(found.state()).isEqualTo(each.state);
        assertThat(found.stage()).isEqualTo(each.stage);
        assertThat(WORLD.cases.holder(each.id).map(holder -> holder.person()))
            .isEqualTo(each.holder);
        for (int i = 0; i < PEOPLE; i++) {
          PersonId person = ReviewWorld.person(i);
          Optional<Reservation> next = Optional.ofNullable(reserved.get(person));
          assertThat(WORLD.next.isReserved(person, each.id, WORLD.now()))
              .isEqualTo(each.state == CaseState.OPEN
                  && next.filter(this::lasts).filter(it -> it.next() == each).isPresent());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void desk_anythingInAnyOrder_doesWhatTheModelDoes(long seed) {
    WORLD.leads.clear();
    WORLD.leads.add(ReviewWorld.person(0));
    WORLD.told.clear();
    Run run = new Run(seed);
    for (int step = 0; step < STEPS; step++) {
      run.step();
      if (step % 10 == 0) {
        run.compare();
      }
    }
    run.compare();
    assertThat(run.finished).as("seed %d", seed).isPositive();
    assertThat(WORLD.told.stream().filter(DecisionMade.class::isInstance)).hasSize(run.finished);
  }

  @Test
  void claimNext_byEightAtOnce_givesEachCaseToOne() throws Exception {
    int count = 200;
    for (int i = 0; i < count; i++) {
      WORLD.open(ReviewWorld.PETTY);
    }
    Map<CaseId, PersonId> held = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> claims = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        PersonId person = ReviewWorld.person(100 + i);
        claims.add(threads.submit(() -> claimAll(person, held)));
      }
      int sum = 0;
      for (Future<Integer> claimed : claims) {
        sum += claimed.get();
      }
      assertThat(sum).isEqualTo(count);
    }
    assertThat(held).hasSize(count);
    held.forEach((id, person) ->
        assertThat(WORLD.cases.holder(id).orElseThrow().person()).isEqualTo(person));
  }

  @Test
  void reserve_byEightAtOnce_givesNoCaseToTwo() throws Exception {
    for (int i = 0; i < 20; i++) {
      WORLD.open(ReviewWorld.PETTY);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Optional<Case>>> reserved = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        PersonId person = ReviewWorld.person(100 + i);
        reserved.add(threads.submit(() -> WORLD.desk.reserve(person, CaseQuery.ALL)));
      }
      int count = 0;
      for (int i = 0; i < 8; i++) {
        PersonId person = ReviewWorld.person(100 + i);
        Optional<CaseId> got = reserved.get(i).get().map(Case::id);
        if (got.isPresent()) {
          assertThat(WORLD.next.isReserved(person, got.get(), WORLD.now())).isTrue();
          assertThat(WORLD.next(person)).isEqualTo(got.get());
          count++;
        }
      }
      assertThat(count).as("who comes at the same moment may get none").isPositive();
    }
  }

  private static int claimAll(PersonId person, Map<CaseId, PersonId> held) {
    int claimed = 0;
    while (WORLD.desk.claimNext(person) instanceof ClaimOutcome.Claimed next) {
      assertThat(held.putIfAbsent(next.claimed().id(), person)).isNull();
      claimed++;
    }
    return claimed;
  }
}
