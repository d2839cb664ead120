package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource.FromScan;

/// The same content, seen again and again without an account, is one case while that waits.
@Tag("slow")
final class SameContentTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  /// A scan without an account.
  record Sighting(CategoryKey category, Surface surface, Optional<String> room, Set<Long> members) {
    static Sighting of(long... members) {
      return new Sighting(
          ReviewWorld.PETTY,
          Surface.PUBLIC,
          Optional.empty(),
          LongStream.of(members).boxed().collect(Collectors.toSet()));
    }

    Sighting in(String room) {
      return new Sighting(category, surface, Optional.of(room), members);
    }

    NewSource source(EvidenceId... evidence) {
      return new NewSource(
          new Subject(
              MadeUpSubjects.MAIN,
              surface,
              room.map(Reference::new),
              Optional.empty(),
              Optional.empty()),
          category,
          new FromScan(ReviewWorld.newScan(), WORLD.now()),
          Optional.empty(),
          List.of(evidence),
          members.stream().map(MemberId::new).collect(Collectors.toSet()));
    }

    /// Returns the groups, one for each member.
    Set<List<Object>> groups() {
      return members.stream()
          .map(member -> List.<Object>of(category, surface, room, member))
          .collect(Collectors.toSet());
    }
  }

  private static CaseId see(NewSource source) {
    return see(source, SeenContent.of(source.members()));
  }

  private static CaseId see(NewSource source, SeenContent content) {
    return WORLD
        .transactions
        .inTransaction(() -> WORLD.opening.open(source, content))
        .orElseThrow();
  }

  @Test
  void sightings_ofOneMember_areOneCaseThatSaysHowMany() {
    Set<CaseId> cases = IntStream.range(0, 260)
        .mapToObj(_ -> see(Sighting.of(7).source()))
        .collect(Collectors.toSet());
    assertThat(cases).hasSize(1);
    Case one = WORLD.get(cases.iterator().next());
    assertThat(one.material().seen()).isEqualTo(260);
    assertThat(one.material().sources()).hasSize(100);
  }

  @Test
  void sightings_elsewhere_areCasesOfTheirOwn() {
    CaseId here = see(Sighting.of(7).source());
    Set<CaseId> others = Set.of(
        see(Sighting.of(8).source()),
        see(Sighting.of(7).in("a").source()),
        see(Sighting.of(7).in("b").source()),
        see(new Sighting(ReviewWorld.GRAVE, Surface.PUBLIC, Optional.empty(), Set.of(7L)).source()),
        see(new Sighting(ReviewWorld.PETTY, Surface.PRIVATE, Optional.empty(), Set.of(7L))
            .source()));
    assertThat(others).hasSize(5).doesNotContain(here);
    assertThat(see(Sighting.of(7).in("a").source())).isIn(others);
  }

  @Test
  void sightings_inARoomOfTheSameNameOfAnotherMessenger_areACaseOfTheirOwn() {
    CaseId here = see(Sighting.of(7).in("a").source());
    NewSource source = Sighting.of(7).in("a").source();
    NewSource inForum = new NewSource(
        MadeUpSubjects.in(new MessengerId("forum"), source.subject()),
        source.category(),
        source.source(),
        source.organisation(),
        source.evidence(),
        source.members());

    assertThat(see(inForum)).isNotEqualTo(here);
    assertThat(see(Sighting.of(7).in("a").source())).isEqualTo(here);
  }

  @Test
  void sighting_withAnAccount_isOfItsAccount() {
    CaseId without = see(Sighting.of(7).source());
    NewSource with = WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 7);
    assertThat(see(with)).isNotEqualTo(without);
    assertThat(see(Sighting.of(7).in("room").source()))
        .isNotIn(without, see(with.with(Set.of(new MemberId(9)))));
  }

  @Test
  void sighting_afterTheCaseWasClaimedOrDecided_isANewCase() {
    CaseId first = see(Sighting.of(7).source());
    WORLD.desk.claim(ANNA, first);
    CaseId second = see(Sighting.of(7).source());
    assertThat(second).isNotEqualTo(first);
    assertThat(see(Sighting.of(7).source())).isEqualTo(second);
    WORLD.decideFinally(ANNA, second, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(see(Sighting.of(7).source())).isNotIn(first, second);
  }

  @Test
  void sightings_unreadable_areGroupedByDigest() {
    SeenContent one = SeenContent.of(Digest.of(DigestType.SHA256, bytes("one")));
    SeenContent other = SeenContent.of(Digest.of(DigestType.SHA256, bytes("other")));
    CaseId first = see(Sighting.of().source(), one);
    assertThat(see(Sighting.of().source(), one)).isEqualTo(first);
    assertThat(see(Sighting.of().source(), other)).isNotEqualTo(first);
    assertThat(see(Sighting.of().source(), SeenContent.NONE)).isNotEqualTo(first);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void evidence_ofManySightings_isThatOfTheFirstFew() {
    CaseId id = see(Sighting.of(7).source(new EvidenceId(UUID.randomUUID())));
    for (int i = 0; i < 40; i++) {
      assertThat(see(Sighting.of(7).source(new EvidenceId(UUID.randomUUID())))).isEqualTo(id);
    }
    assertThat(WORLD.get(id).material().evidence()).hasSize(CaseOpening.MOST_COPIES);
    assertThat(WORLD.get(id).material().seen()).isEqualTo(41);
  }

  @Test
  void source_redelivered_countsOnce() {
    NewSource source = Sighting.of(7).source();
    CaseId id = see(source);
    SeenContent content = SeenContent.of(source.members());
    assertThat(WORLD.transactions.inTransaction(() -> WORLD.opening.open(source, content)))
        .isEmpty();
    assertThat(WORLD.get(id).material().seen()).isEqualTo(1);
  }

  @Test
  void sightings_atOnce_openOneCase() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<CaseId>> all = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        NewSource source = Sighting.of(i % 2 == 0 ? 3 : 4, 5).source();
        all.add(() -> see(source));
      }
      Set<CaseId> cases = new HashSet<>();
      for (Future<CaseId> each : threads.invokeAll(all)) {
        cases.add(each.get());
      }
      assertThat(cases).hasSize(1);
      assertThat(WORLD.get(cases.iterator().next()).material().seen()).isEqualTo(80);
    }
  }

  /// Each group points to a case; a sighting goes to the oldest open one of its groups, and points
  /// those of its groups there that point to none that is open.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void sightings_anyMixture_areWhereANaiveModelPutsThem(long seed) {
    Random random = new Random(seed);
    Map<List<Object>, CaseId> model = new HashMap<>();
    Map<CaseId, Integer> seen = new HashMap<>();
    Set<CaseId> open = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      if (!open.isEmpty() && random.nextInt(8) == 0) {
        CaseId claimed = open.iterator().next();
        WORLD.desk.claim(ANNA, claimed);
        open.remove(claimed);
        continue;
      }
      Sighting sighting = random(random);
      Optional<CaseId> expected = sighting.groups().stream()
          .map(model::get)
          .filter(open::contains)
          .min((a, b) -> Long.compare(a.value(), b.value()));
      CaseId actual = see(sighting.source());
      if (expected.isPresent()) {
        assertThat(actual).as("seed %d, step %d", seed, i).isEqualTo(expected.get());
      } else {
        assertThat(open.add(actual)).as("seed %d, step %d", seed, i).isTrue();
      }
      for (List<Object> group : sighting.groups()) {
        if (!open.contains(model.get(group))) {
          model.put(group, actual);
        }
      }
      seen.merge(actual, 1, Integer::sum);
    }
    seen.forEach((id, times) -> assertThat(WORLD.get(id).material().seen()).isEqualTo(times));
  }

  private static Sighting random(Random random) {
    Set<Long> members = LongStream.range(0, random.nextInt(1, 4))
        .map(_ -> random.nextInt(6))
        .boxed()
        .collect(Collectors.toSet());
    return new Sighting(
        random.nextBoolean() ? ReviewWorld.PETTY : ReviewWorld.GRAVE,
        random.nextInt(4) == 0 ? Surface.PRIVATE : Surface.PUBLIC,
        random.nextBoolean() ? Optional.empty() : Optional.of("room"),
        members);
  }
}
