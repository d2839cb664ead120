package org.vigie.server.review.deciding;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.ReviewWorld;

/// A process that decides cases and lets decisions take effect, over and over, until it dies: at a
/// given place, or when it is killed.
///
/// It prints the number of each decision once it is committed, that is, once a reviewer would see
/// it. An effect is a row that is written in the transaction that makes the decision final, where
/// the registry of event publications writes its own.
final class DyingDesk {
  /// The prefix of a line that names a decision; others are of the log.
  static final String DECIDED = "decided ";

  /// Where it can die; `anywhere` waits for a signal. The last leaves a decision without effect.
  static final List<String> PLACES =
      List.of("anywhere", "after-decision", "after-effects", "between-effects");

  /// The exit status after a SIGKILL.
  static final int KILLED = 137;

  private static final int DECISIONS_BEFORE = 5;

  private final ReviewWorld world;
  private final String place;
  private int effects;

  private DyingDesk(ReviewWorld world, String place) {
    this.world = world;
    this.place = place;
  }

  /// Works until it dies.
  ///
  /// @param args address, user and password of the database, and where to die
  public static void main(String[] args) {
    ReviewWorld world = new ReviewWorld(new PostgresAccess(args[0], args[1], args[2]));
    new DyingDesk(world, args[3]).work();
  }

  private void work() {
    Finalisation finalisation = world.finalisation(this::take, (_, _) -> dieAt("between-effects"));
    for (int decisions = 1; ; decisions++) {
      CaseId id = world.open(ReviewWorld.PETTY);
      Decision made =
          world.decide(ReviewWorld.person(decisions), id, ReviewWorld.violation(ReviewWorld.PETTY));
      System.out.println(DECIDED + made.id().value());
      if (decisions > DECISIONS_BEFORE) {
        dieAt("after-decision");
      }
      world.pass(Duration.ofSeconds(11));
      finalisation.due(Set.of()).forEach(finalisation::settle);
      dieAt("after-effects");
    }
  }

  /// The world outside hears of it.
  private void take(Object event) {
    UUID decision = ((DecisionMade) event).decision().value();
    world
        .jdbc
        .sql("insert into public.effect (decision_id) values (:id)")
        .param("id", decision)
        .update();
    effects++;
  }

  private void dieAt(String here) {
    if (place.equals(here) && (effects > DECISIONS_BEFORE || here.equals("after-decision"))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
