package org.vigie.server.enforcement.planning;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Action;
import org.vigie.connector.Capabilities;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Outcome;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.Decision;

/// A process that carries decisions out and undoes some of them, until it is killed or dies at a
/// given place. Decisions are numbers in a table: number N is about the account `account-N`, and
/// each fourth is reversed.
///
/// It begins by telling again of the last decisions, as the registry of events does after a crash.
final class DyingEnforcer {
  /// The prefix of a line for each decision; others are of the log.
  static final String DECIDED = "decided ";

  /// The exit status after a SIGKILL.
  static final int KILLED = 137;

  /// Where it can die; `anywhere` waits for a signal.
  static final List<String> PLACES =
      List.of("anywhere", "before-asking", "after-asking", "after-telling");

  static final List<Measure> MEASURES = List.of(
      new Measure.OnContent(ContentMeasure.QUARANTINE), new Measure.OnAccount(new Sanction.Ban()));

  private final EnforcementWorld world;
  private final String place;
  private int done;

  private DyingEnforcer(PostgresAccess access, String place) {
    this.place = place;
    this.world = new EnforcementWorld(access, new Dying(), 1);
  }

  /// Works until it dies.
  ///
  /// @param args address, user and password of the database, and where to die
  public static void main(String[] args) {
    new DyingEnforcer(new PostgresAccess(args[0], args[1], args[2]), args[3]).work();
  }

  private void work() {
    redeliver(world);
    while (true) {
      int number = insert(world.jdbc);
      System.out.println(DECIDED + number);
      Decision decision = world.decide(number, MEASURES);
      world.tell(decision);
      dieAt("after-telling");
      world.deliveries.step(world.handler);
      world.deliveries.step(world.handler);
      if (number % 4 == 0) {
        reverse(world.jdbc, number);
        world.reverse(decision);
        world.tellReversed(decision);
      }
      while (done % 3 != 0 && world.deliveries.step(world.handler)) {}
      done++;
    }
  }

  private static int insert(JdbcClient jdbc) {
    return jdbc.sql("insert into public.made default values returning number")
        .query(Integer.class)
        .single();
  }

  private static void reverse(JdbcClient jdbc, int number) {
    jdbc.sql("update public.made set reversed = true where number = :number")
        .param("number", number)
        .update();
  }

  /// Tells again of the last decisions, in the order in which they were made.
  static void redeliver(EnforcementWorld world) {
    record Made(int number, boolean reversed) {}

    List<Made> all = world
        .jdbc
        .sql("select * from (select * from public.made order by number desc limit 15) last"
            + " order by number")
        .query((row, _) -> new Made(row.getInt("number"), row.getBoolean("reversed")))
        .list();
    for (Made made : all) {
      Decision decision = world.decide(made.number(), MEASURES);
      if (made.reversed()) {
        world.reverse(decision);
      }
      world.tell(decision);
      if (made.reversed()) {
        world.tellReversed(decision);
      }
    }
    // later than all leases of the processes before
    world.pass(Duration.ofMinutes(all.stream().mapToInt(Made::number).max().orElse(0)));
  }

  private void dieAt(String here) {
    if (place.equals(here) && done > 5) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  /// The messenger, with a process before it that can die.
  private final class Dying implements Connector {
    @Override
    public MessengerId messenger() {
      return EnforcementWorld.CHAT;
    }

    @Override
    public Capabilities capabilities() {
      return new StoredMessenger(world.jdbc).capabilities();
    }

    @Override
    public Outcome carryOut(Action action) throws IOException {
      dieAt("before-asking");
      Outcome outcome = new StoredMessenger(world.jdbc).carryOut(action);
      dieAt("after-asking");
      return outcome;
    }
  }
}
