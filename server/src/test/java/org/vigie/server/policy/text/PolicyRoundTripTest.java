package org.vigie.server.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.DsaCategory;
import org.vigie.server.policy.LegalTerm;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.ReviewRules.NamedQueue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;

/// Any catalogue, printed, reads back as the same.
@Tag("slow")
final class PolicyRoundTripTest {
  private static final PolicyRevision REVISION = new PolicyRevision(7);
  private static final String LETTERS = "abc xyz:#{}[],&*!|>'\"%@`-?éœß漢字😀 \\";

  @Property(tries = 200)
  void catalogue_printed_readsBackEqual(@ForAll long seed) {
    PolicyCatalogue catalogue = new Made(new Random(seed)).catalogue();
    assertThat(PolicyReader.read(PrintedPolicy.of(catalogue), REVISION))
        .as("seed %d", seed)
        .isEqualTo(catalogue);
  }

  /// Makes catalogues up.
  private static final class Made {
    private final Random random;
    private int keys;

    Made(Random random) {
      this.random = random;
    }

    PolicyCatalogue catalogue() {
      List<Category> categories = new ArrayList<>();
      for (DsaCategory dsa : DsaCategory.values()) {
        int count = 1 + random.nextInt(3);
        IntStream.range(0, count).forEach(i -> categories.add(category(dsa)));
      }
      List<Clock> clocks =
          IntStream.range(0, random.nextInt(5)).mapToObj(i -> clock()).toList();
      return new PolicyCatalogue(REVISION, categories, clocks, review(categories, clocks));
    }

    private ReviewRules review(List<Category> categories, List<Clock> clocks) {
      List<String> within = clocks.stream()
          .filter(clock -> clock.bound() == Clock.Bound.WITHIN)
          .map(Clock::key)
          .toList();
      return new ReviewRules(
          random.nextInt(101),
          categories.stream()
              .filter(_ -> random.nextInt(4) == 0)
              .map(category -> new ReviewRule(
                  category.key(),
                  random.nextBoolean() ? Optional.of("queue-" + keys++) : Optional.empty(),
                  random.nextBoolean(),
                  within.stream().findAny(),
                  random.nextBoolean() ? Optional.of(name()) : Optional.empty(),
                  random.nextBoolean() ? names() : Map.of(),
                  184 + random.nextInt(3_467)))
              .toList(),
          new StrikeRules(1 + random.nextInt(1000), ladders(categories)),
          1 + random.nextInt(10_000),
          random.nextBoolean() ? Optional.of(categories.getFirst().key()) : Optional.empty(),
          IntStream.range(0, random.nextInt(3))
              .mapToObj(i -> new NamedQueue("queue-" + i, names()))
              .toList());
    }

    private List<Ladder> ladders(List<Category> categories) {
      List<Reach> reaches = List.of(
          new Reach.OfCategory(categories.getLast().key()),
          new Reach.OfSeverity(any(Severity.class)),
          new Reach.Everything());
      return reaches.stream()
          .filter(_ -> random.nextBoolean())
          .map(reach -> new Ladder(
              reach,
              IntStream.range(0, random.nextInt(4))
                  .mapToObj(i -> new Ladder.Step(2 * i + random.nextInt(2), sanction()))
                  .toList()))
          .toList();
    }

    private Sanction sanction() {
      return switch (random.nextInt(3)) {
        case 0 -> new Sanction.None();
        case 1 -> new Sanction.Suspension(1 + random.nextInt(100));
        default -> new Sanction.Ban();
      };
    }

    private Category category(DsaCategory dsa) {
      return new Category(
          new CategoryKey("k" + keys++),
          names(),
          dsa.code(),
          dsa.keywords().subList(0, 1 + random.nextInt(dsa.keywords().size())),
          any(Severity.class),
          new Category.Matching(random.nextInt(64), random.nextInt(101)),
          measures(),
          any(Confirmation.class),
          any(Confirmation.class));
    }

    private Map<Surface, ContentMeasure> measures() {
      Map<Surface, ContentMeasure> measures = new EnumMap<>(Surface.class);
      for (Surface surface : Surface.values()) {
        measures.put(surface, any(ContentMeasure.class));
      }
      return measures;
    }

    private Clock clock() {
      LegalTerm term = random.nextBoolean()
          ? new LegalTerm.Exact(Duration.ofSeconds(1 + random.nextInt(1_000_000)))
          : new LegalTerm.Calendar(
              Period.of(random.nextInt(3), random.nextInt(30), 1 + random.nextInt(400)));
      return new Clock("k" + keys++, names(), name(), any(Clock.Bound.class), term);
    }

    private Map<Language, String> names() {
      return Map.of(Language.EN, name(), Language.FR, name());
    }

    private String name() {
      int[] letters = LETTERS.codePoints().toArray();
      StringBuilder name = new StringBuilder("x");
      IntStream.range(0, random.nextInt(118))
          .forEach(i -> name.appendCodePoint(letters[random.nextInt(letters.length)]));
      return name.append('x').toString();
    }

    private <E extends Enum<E>> E any(Class<E> type) {
      E[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
  }
}
