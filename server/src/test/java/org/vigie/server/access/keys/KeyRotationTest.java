package org.vigie.server.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyRotation;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.OldSecretEnding;
import org.vigie.server.access.keys.KeyGate.Entry;

/// Rotation of keys: two secrets for a while, never three.
final class KeyRotationTest extends ClockedKeys {
  @Autowired
  KeyRotationTest(JdbcClient jdbc, AccessLedger ledger, TransactionOperations transactions) {
    super(jdbc, ledger, transactions);
  }

  private KeyRotation rotate(NewKey key, Duration oldFor) {
    KeyRotation ending = keys.rotate(VIGIE, key.key().id(), oldFor, Optional.empty());
    gate.refresh();
    return ending;
  }

  private NewKey rotated(NewKey key, Duration oldFor) {
    return ((KeyRotation.Rotated) rotate(key, oldFor)).key();
  }

  @Test
  void secrets_duringARotation_bothCountForTheSameKey() {
    NewKey old = add(KeyLimits.NONE);
    NewKey present = rotated(old, Duration.ofDays(7));
    assertThat(present.key().id()).isEqualTo(old.key().id());
    assertThat(present.token().text()).isNotEqualTo(old.token().text());
    assertThat(enter(old)).isEqualTo(enter(present)).isInstanceOf(Entry.Granted.class);
    at(START.plus(Duration.ofDays(7)).minusNanos(1));
    assertThat(enter(old)).isInstanceOf(Entry.Granted.class);
    at(START.plus(Duration.ofDays(7)));
    assertThat(enter(old)).isEqualTo(new Entry.Expired());
    assertThat(enter(present)).isInstanceOf(Entry.Granted.class);
  }

  @Test
  void rotation_atOnce_endsTheOldSecretNow() {
    NewKey old = add(KeyLimits.NONE);
    NewKey present = rotated(old, Duration.ZERO);
    assertThat(enter(old)).isEqualTo(new Entry.Expired());
    assertThat(enter(present)).isInstanceOf(Entry.Granted.class);
  }

  @Test
  void rotation_whileTwoSecretsCount_isRefusedUnlessBothEnd() {
    NewKey first = add(KeyLimits.NONE);
    NewKey second = rotated(first, Duration.ofDays(7));
    assertThat(rotate(first, Duration.ofDays(1)))
        .isEqualTo(new KeyRotation.StillRotating(START.plus(Duration.ofDays(7))));
    assertThat(enter(second)).isInstanceOf(Entry.Granted.class);
    NewKey third = rotated(first, Duration.ZERO);
    assertThat(List.of(enter(first), enter(second)))
        .containsExactly(new Entry.Refused(), new Entry.Expired());
    assertThat(enter(third)).isInstanceOf(Entry.Granted.class);
  }

  @Test
  void rotation_afterTheOldSecretHasEnded_isPossibleAgain() {
    NewKey first = add(KeyLimits.NONE);
    rotated(first, Duration.ofDays(7));
    at(START.plus(Duration.ofDays(7)));
    assertThat(rotate(first, Duration.ofDays(7))).isInstanceOf(KeyRotation.Rotated.class);
  }

  @Test
  void oldSecret_endedEarly_doesNotCount() {
    NewKey old = add(KeyLimits.NONE);
    assertThat(keys.endOldSecret(VIGIE, old.key().id())).isEqualTo(OldSecretEnding.NONE_IN_FORCE);
    NewKey present = rotated(old, Duration.ofDays(7));
    assertThat(keys.endOldSecret(VIGIE, old.key().id())).isEqualTo(OldSecretEnding.ENDED);
    gate.refresh();
    assertThat(enter(old)).isEqualTo(new Entry.Expired());
    assertThat(enter(present)).isInstanceOf(Entry.Granted.class);
    assertThat(keys.endOldSecret(VIGIE, old.key().id())).isEqualTo(OldSecretEnding.NONE_IN_FORCE);
    assertThat(keys.endOldSecret(VIGIE, new KeyId("nosuchkeyabc")))
        .isEqualTo(OldSecretEnding.UNKNOWN_KEY);
  }

  @Test
  void oldSecret_ofAKeyThatEnds_endsWithItAtTheLatest() {
    Instant end = START.plus(Duration.ofDays(2));
    NewKey old = add(until(end));
    KeyRotation ending = keys.rotate(
        VIGIE, old.key().id(), Duration.ofDays(7), Optional.of(START.plus(Duration.ofDays(300))));
    assertThat(((KeyRotation.Rotated) ending).oldEndsAt()).isEqualTo(end);
    at(end);
    assertThat(enter(old)).isEqualTo(new Entry.Expired());
    assertThat(enter(((KeyRotation.Rotated) ending).key())).isInstanceOf(Entry.Granted.class);
  }

  @Test
  void rotation_ofAKeyThatIsOver_isRefused() {
    NewKey expired = add(until(START.plusSeconds(1)));
    at(START.plusSeconds(1));
    assertThat(rotate(expired, Duration.ofDays(7))).isEqualTo(new KeyRotation.Over());
    NewKey revoked = add(KeyLimits.NONE);
    keys.revoke(VIGIE, revoked.key().id());
    assertThat(rotate(revoked, Duration.ofDays(7))).isEqualTo(new KeyRotation.Over());
    assertThat(keys.rotate(VIGIE, new KeyId("nosuchkeyabc"), Duration.ofDays(7), Optional.empty()))
        .isEqualTo(new KeyRotation.UnknownKey());
  }

  @Test
  void revocation_duringARotation_endsBothSecrets() {
    NewKey old = add(KeyLimits.NONE);
    NewKey present = rotated(old, Duration.ofDays(7));
    keys.revoke(VIGIE, old.key().id());
    gate.refresh();
    assertThat(List.of(enter(old), enter(present))).containsOnly(new Entry.Refused());
  }

  /// Of many rotations at once, one is made: a key never has three secrets that count.
  @Test
  void rotations_atOnce_oneIsMade() throws Exception {
    NewKey key = add(KeyLimits.NONE);
    List<KeyRotation> endings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<KeyRotation> one =
          () -> keys.rotate(VIGIE, key.key().id(), Duration.ofDays(7), Optional.empty());
      List<Future<KeyRotation>> all =
          threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> one).toList());
      for (Future<KeyRotation> each : all) {
        endings.add(each.get());
      }
    }
    gate.refresh();
    List<KeyRotation.Rotated> made = endings.stream()
        .filter(KeyRotation.Rotated.class::isInstance)
        .map(KeyRotation.Rotated.class::cast)
        .toList();
    assertThat(made).hasSize(1);
    assertThat(enter(key)).isInstanceOf(Entry.Granted.class);
    assertThat(enter(made.getFirst().key())).isInstanceOf(Entry.Granted.class);
  }

  @Test
  void use_ofTheOldSecret_isShownUntilEveryProgramHasTheNewOne() {
    NewKey old = add(KeyLimits.NONE);
    NewKey present = rotated(old, Duration.ofDays(7));
    assertThat(listed(old).rotating(now).orElseThrow().oldUsedAt()).isEmpty();
    now = START.plusSeconds(60);
    gate.refresh();
    enter(old);
    enter(present);
    gate.writeUses();
    assertThat(listed(old).rotating(now).orElseThrow().oldUsedAt()).hasValue(START.plusSeconds(60));
  }

  @Test
  void rotations_areInTheLedger() {
    NewKey key = add(KeyLimits.NONE);
    rotate(key, Duration.ofDays(7));
    keys.endOldSecret(VIGIE, key.key().id());
    assertThat(jdbc.sql("select act from access.ledger where subject = :key order by entry_id")
            .param("key", "key:" + key.key().id().value())
            .query(String.class)
            .list())
        .containsExactly("key added", "key rotated", "key old secret ended");
  }
}
