package org.vigie.server.outbox.delivering;

import java.util.List;
import java.util.UUID;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;

/// A process that adds effects and delivers them, over and over, until it dies: at a given place,
/// or when it is killed.
///
/// It prints the id of each effect once its transaction is committed. The outside world is a table
/// into which each delivery writes a row that commits at once.
final class DyingCourier {
  /// The prefix of a line that names a committed effect; others are of the log.
  static final String COMMITTED = "committed ";

  /// Where it can die; `anywhere` waits for a signal.
  static final List<String> PLACES = List.of(
      "anywhere", "before-commit", "after-commit", "before-delivery", "after-delivery", "at-end");

  /// The exit status after a SIGKILL.
  static final int KILLED = 137;

  private static final int ROUNDS_BEFORE = 6;

  private final OutboxWorld world;
  private final String place;
  private int rounds;

  private DyingCourier(OutboxWorld world, String place) {
    this.world = world;
    this.place = place;
  }

  /// Works until it dies.
  ///
  /// @param args address, user and password of the database, and where to die
  public static void main(String[] args) {
    OutboxWorld world = new OutboxWorld(new PostgresAccess(args[0], args[1], args[2]));
    new DyingCourier(world, args[3]).work();
  }

  private void work() {
    while (true) {
      rounds++;
      UUID first = add();
      UUID second = add();
      System.out.println(COMMITTED + first);
      System.out.println(COMMITTED + second);
      dieAt("after-commit");
      world.deliveries.step(new ScriptedHandler(this::deliver));
      dieAt("at-end");
    }
  }

  private UUID add() {
    UUID id = UUID.randomUUID();
    world.transactions.executeWithoutResult(_ -> {
      world.outbox.add(new Effect(
          new EffectId(id), ScriptedHandler.KIND, new EffectKey("key-" + rounds % 3), "payload"));
      dieAt("before-commit");
    });
    return id;
  }

  private Delivery deliver(Effect effect) {
    dieAt("before-delivery");
    arrive(world, effect);
    dieAt("after-delivery");
    return new Delivery.Delivered();
  }

  /// The world outside receives an effect.
  static void arrive(OutboxWorld world, Effect effect) {
    world
        .jdbc
        .sql("insert into public.arrival (effect_id, key) values (:id, :key)")
        .param("id", effect.id().value())
        .param("key", effect.key().value())
        .update();
  }

  private void dieAt(String here) {
    if (place.equals(here) && rounds > ROUNDS_BEFORE) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
