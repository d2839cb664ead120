package org.vigie.server.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.PersonId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.WrappingKeyRotation;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.keeping.Destruction;

/// Sealed content comes back unchanged, only to permitted people, for its whole term; and every
/// change of it is found.
@Tag("slow")
final class VaultTest extends EmptyVault {
  private static final byte[] CONTENT = "synthetic evidence".getBytes(StandardCharsets.US_ASCII);

  /// Of "synthetic evidence", by `sha256sum`.
  private static final String CONTENT_SHA256 =
      "48736e58b409ed0241c8d7bed9dc188a59e13002f48e7492850bec15b59147b6";

  @Autowired
  VaultTest(ApplicationContext context) {
    super(context);
  }

  @Test
  void seal_content_isDescribedRecordedAndNowhereInTheClear() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    EvidenceObject object = vault.find(id).orElseThrow();
    assertThat(object.description()).isEqualTo(world.picture());
    assertThat(object.length()).isEqualTo(18);
    assertThat(object.sha256()).isEqualTo(CONTENT_SHA256);
    assertThat(object.state()).isEqualTo(EvidenceObject.State.SEALED);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    assertThat(ledger(id)).containsExactly("evidence sealed");
    assertThat(Files.readString(blobOf(id), StandardCharsets.ISO_8859_1))
        .doesNotContain("synthetic");
    assertSound();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_048_519, 1_048_520, 1_048_521, 3_000_000})
  void open_byItsHolder_isTheContentToTheLastByte(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    EvidenceId id = world.seal(content);
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThat(opened(reviewer, id, grant)).isEqualTo(content);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.OPENED);
    CustodyEntry entry = vault.custody(id).getLast();
    assertThat(entry.grant()).contains(grant.id());
    assertThat(entry.caller()).isEqualTo("person:" + reviewer.value());
    assertThat(entry.reason()).isEqualTo("review case:1");
    assertThat(ledger(id)).containsExactly("evidence sealed", "evidence opened");
  }

  @Test
  void open_manyAtOnce_areEntriesOfOneChain() throws Exception {
    EvidenceId id = world.seal(CONTENT);
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    Callable<byte[]> opening = () -> opened(reviewer, id, grant);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<byte[]> each : threads.invokeAll(Collections.nCopies(8, opening))) {
        assertThat(each.get()).isEqualTo(CONTENT);
      }
    }
    assertThat(acts(id)).hasSize(9);
    assertSound();
  }

  @Test
  void open_inATransactionThatIsRolledBack_isRecordedAllTheSame() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      try {
        opened(reviewer, id, grant);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      transaction.setRollbackOnly();
    });
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.OPENED);
    assertThat(ledger(id)).last().isEqualTo("evidence opened");
  }

  @Test
  void open_withoutAGrantInForce_isRefusedAndInTheLedger() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    EvidenceId other = world.seal(CONTENT);
    PersonId reviewer = world.reviewer();
    PersonId stranger = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThatThrownBy(() -> opened(stranger, id, grant))
        .isInstanceOfSatisfying(
            EvidenceRefusedException.class,
            e -> assertThat(e.evidence()).isEqualTo(id.reference()));
    assertThatThrownBy(() -> opened(reviewer, other, grant))
        .isInstanceOf(EvidenceRefusedException.class);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    assertThat(ledger(id)).containsExactly("evidence sealed", "evidence refused");
    assertThat(ledger(other)).containsExactly("evidence sealed", "evidence refused");
  }

  @Test
  void destroy_withoutHolds_erasesKeyAndBlobAndKeepsTheChain() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    Path blob = blobOf(id);
    Grant grant = world.grant(world.reviewer(), id);
    assertThat(world.keeping.retention.destroy(new Caller.Vigie(), id, "test"))
        .isEqualTo(new Destruction.Destroyed(world.instant()));
    assertThat(blob).doesNotExist();
    assertThat(vault.find(id).orElseThrow().state()).isEqualTo(EvidenceObject.State.DESTROYED);
    assertThat(jdbc.sql("select wrapped_key is null from evidence.object where evidence_id = :id")
            .param("id", id.value())
            .query(Boolean.class)
            .single())
        .isTrue();
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.DESTROYED);
    assertThat(world.keeping.retention.destroy(new Caller.Vigie(), id, "test"))
        .isEqualTo(new Destruction.AlreadyDestroyed());
    assertThatThrownBy(() -> opened(grant.holder(), id, grant))
        .isInstanceOf(EvidenceGoneException.class);
    assertThatThrownBy(
            () -> vault.hold(new Caller.Vigie(), id, "a law", "file:1", Optional.empty()))
        .isInstanceOf(EvidenceGoneException.class);
    assertSound();
  }

  @Test
  void destroy_inATransactionThatIsRolledBack_leavesTheObjectWhole() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      world.keeping.retention.destroy(new Caller.Vigie(), id, "test");
      transaction.setRollbackOnly();
    });
    PersonId reviewer = world.reviewer();
    assertThat(opened(reviewer, id, world.grant(reviewer, id))).isEqualTo(CONTENT);
    assertSound();
  }

  @Test
  void destroy_underAHold_isRefusedUntilTheHoldIsReleasedOrExpires() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    Caller.Vigie vigie = new Caller.Vigie();
    Hold open =
        vault.hold(vigie, id, "Regulation (EU) 2021/784, Art. 6", "file:7", Optional.empty());
    world.pass(Duration.ofSeconds(1));
    Hold timed = vault.hold(
        vigie, id, "a law", "file:8", Optional.of(world.instant().plus(Duration.ofDays(1))));
    assertThat(world.keeping.retention.destroy(vigie, id, "test"))
        .isEqualTo(new Destruction.Refused(List.of(open, timed)));
    vault.release(vigie, open.id(), "done");
    vault.release(vigie, open.id(), "done");
    assertThat(world.keeping.retention.destroy(vigie, id, "test"))
        .isEqualTo(new Destruction.Refused(List.of(timed)));
    world.pass(Duration.ofDays(1));
    assertThat(vault.holds(id)).isEmpty();
    assertThat(world.keeping.retention.destroy(vigie, id, "test"))
        .isInstanceOf(Destruction.Destroyed.class);
    assertThat(acts(id))
        .containsExactly(
            CustodyAct.SEALED,
            CustodyAct.HELD,
            CustodyAct.HELD,
            CustodyAct.DESTRUCTION_REFUSED,
            CustodyAct.RELEASED,
            CustodyAct.DESTRUCTION_REFUSED,
            CustodyAct.DESTROYED);
    assertSound();
  }

  @Test
  void destroyDue_termOver_destroysWhatNoHoldKeeps() throws IOException {
    EvidenceId due = world.seal(CONTENT);
    EvidenceId held = world.seal(CONTENT);
    EvidenceId longer = world.seal(CONTENT);
    Caller vigie = new Caller.Vigie();
    vault.hold(vigie, held, "a law", "file:1", Optional.empty());
    Instant end = world.instant().plus(Duration.ofDays(4000));
    vault.keepUntil(vigie, longer, end, "case:1");
    vault.keepUntil(vigie, longer, end.minusSeconds(1), "case:1");
    world.pass(Duration.ofDays(3649));
    assertThat(world.keeping.destroyDue()).isZero();
    world.pass(Duration.ofDays(1));
    assertThat(world.keeping.destroyDue()).isOne();
    assertThat(world.keeping.destroyDue()).isZero();
    assertThat(acts(due)).containsExactly(CustodyAct.SEALED, CustodyAct.DESTROYED);
    assertThat(acts(held)).containsExactly(CustodyAct.SEALED, CustodyAct.HELD);
    assertThat(acts(longer)).containsExactly(CustodyAct.SEALED, CustodyAct.KEPT);
    assertThat(vault.find(longer).orElseThrow().description().keepUntil()).isEqualTo(end);
  }

  @Test
  void destroyDue_someThatFail_neitherBlockOthersNorAreTriedAllTheTime() throws IOException {
    for (int i = 0; i < 25; i++) {
      EvidenceId failing = world.seal(CONTENT);
      tampering("update evidence.object set media_type = 'image/failing' where evidence_id = '"
          + failing.value() + "'");
    }
    world.pass(Duration.ofSeconds(1));
    EvidenceId sound = world.seal(CONTENT);
    jdbc.sql("create function evidence.fail() returns trigger language plpgsql as"
            + " $$ begin raise exception 'made up'; end $$")
        .update();
    jdbc.sql("create trigger failing before update on evidence.object for each row"
            + " when (old.media_type = 'image/failing') execute function evidence.fail()")
        .update();
    try {
      world.pass(Duration.ofDays(3650));
      assertThat(world.keeping.destroyDue()).isEqualTo(20);
      assertThat(world.keeping.destroyDue()).isEqualTo(6);
      assertThat(acts(sound)).containsExactly(CustodyAct.SEALED, CustodyAct.DESTROYED);
      assertThat(world.keeping.destroyDue()).isZero();
      world.pass(Duration.ofMinutes(1));
      assertThat(world.keeping.destroyDue()).isEqualTo(20);
    } finally {
      jdbc.sql("drop function evidence.fail() cascade").update();
    }
  }

  @Test
  void rotation_ofAllObjects_wrapsThemByTheNewKeyAndTheyOpen() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    EvidenceId destroyed = world.seal(CONTENT);
    world.keeping.retention.destroy(new Caller.Vigie(), destroyed, "test");
    String before = wrappedBy(id);
    List<String> defects = new ArrayList<>();
    WrappingKeyRotation.Rotated rotated = WrappingKeyRotation.over(
            source, server.keys(), settings())
        .run(new Caller.Vigie(), defects::add);
    assertThat(rotated.objects()).isOne();
    assertThat(defects).isEmpty();
    assertThat(wrappedBy(id)).isEqualTo(rotated.newest()).isNotEqualTo(before);
    assertThat(number(rotated.newest())).isEqualTo(number(before) + 1);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.REWRAPPED);
    PersonId reviewer = world.reviewer();
    assertThat(opened(reviewer, id, world.grant(reviewer, id))).isEqualTo(CONTENT);
    assertThat(wrappedBy(world.seal(CONTENT))).isEqualTo(rotated.newest());
    assertSound();
  }

  @Test
  void sweep_ofBlobsThatTheDatabaseMostlyDoesNotKnow_removesNothing() throws IOException {
    world.seal(CONTENT);
    for (int i = 0; i < 101; i++) {
      byte[] blob = {(byte) i};
      world.blobs.put(out -> out.write(blob));
    }
    age(Duration.ofDays(2));
    assertThat(world.keeping.sweep()).isZero();
    assertThat(check(new ArrayList<>()).orphans()).isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 41, 1_048_575, 1_048_576, 2_000_000})
  void blob_oneBitChanged_isFoundAndNeverReadToItsEnd(int position) throws IOException {
    byte[] content = new byte[2_500_000];
    new Random(7).nextBytes(content);
    EvidenceId id = world.seal(content);
    byte[] blob = Files.readAllBytes(blobOf(id));
    blob[position] ^= 1;
    Files.write(blobOf(id), blob);
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThatThrownBy(() -> opened(reviewer, id, grant)).isInstanceOf(IOException.class);
    assertDefect(id, "its blob is not what was stored");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 39, 1_048_576, 2_499_000})
  void blob_cutShort_isFoundAndNeverReadToItsEnd(int length) throws IOException {
    byte[] content = new byte[2_500_000];
    EvidenceId id = world.seal(content);
    byte[] blob = Files.readAllBytes(blobOf(id));
    Files.write(blobOf(id), Arrays.copyOf(blob, length));
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThatThrownBy(() -> opened(reviewer, id, grant)).isInstanceOf(IOException.class);
    assertDefect(id, "its blob is not what was stored");
  }

  @Test
  void blob_missing_isFound() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    Files.delete(blobOf(id));
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThatThrownBy(() -> opened(reviewer, id, grant))
        .isInstanceOf(VaultIntegrityException.class);
    assertDefect(id, "its blob is missing");
  }

  @Test
  void blobAndKey_ofAnotherObject_areNotTaken() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    EvidenceId other = world.seal(CONTENT);
    tampering("update evidence.object set wrapped_key = (select wrapped_key from evidence.object"
        + " where evidence_id = '" + other.value() + "') where evidence_id = '" + id.value() + "'");
    PersonId reviewer = world.reviewer();
    Grant grant = world.grant(reviewer, id);
    assertThatThrownBy(() -> opened(reviewer, id, grant))
        .isInstanceOf(VaultIntegrityException.class);
    assertDefect(id, "its data key cannot be unwrapped by " + wrappedBy(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1: update evidence.custody_entry set caller = 'person:x' where number = 1",
        "2: update evidence.custody_entry set reason = 'other' where number = 2",
        "2: update evidence.custody_entry set at = at + interval '1 microsecond' where number = 2",
        "2: delete from evidence.custody_entry where number = 2",
        "3: delete from evidence.custody_entry where number = 3",
        "1: delete from evidence.custody_entry",
        "2: update evidence.custody_entry set number = 5 - number where number in (2, 3)"
      })
  void custody_changedInTheDatabase_isFound(String change) throws IOException {
    EvidenceId id = world.seal(CONTENT);
    Hold hold = vault.hold(new Caller.Vigie(), id, "a law", "file:1", Optional.empty());
    vault.release(new Caller.Vigie(), hold.id(), "done");
    tampering("alter table evidence.custody_entry drop constraint custody_entry_pkey");
    try {
      tampering(change.substring(3));
      assertDefect(id, "its custody chain is broken at entry " + change.charAt(0));
    } finally {
      tampering(
          "delete from evidence.custody_entry",
          "alter table evidence.custody_entry add primary key (evidence_id, number)");
    }
  }

  @Test
  void description_changedInTheDatabase_isFound() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    tampering("update evidence.object set source = 'scan:2'");
    assertDefect(id, "its description is not the one that its custody chain begins with");
  }

  @Test
  void rows_changedByTheServerItself_areRefusedByTheDatabase() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    vault.hold(new Caller.Vigie(), id, "a law", "file:1", Optional.empty());
    for (String change : List.of(
        "update evidence.custody_entry set reason = ''",
        "delete from evidence.custody_entry",
        "truncate evidence.custody_entry",
        "delete from evidence.object",
        "update evidence.object set sha256 = repeat('0', 64)",
        "update evidence.object set keep_until = keep_until - interval '1 second'",
        "update evidence.hold set expires_at = now()",
        "delete from evidence.hold")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isNotNull();
    }
    assertSound();
  }
}
