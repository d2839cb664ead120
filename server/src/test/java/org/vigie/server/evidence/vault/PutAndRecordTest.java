package org.vigie.server.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceCheck;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.frame.TimeOrderedIds;

/// Sealed content is written outside transactions and becomes evidence only by its record.
@Tag("slow")
final class PutAndRecordTest extends EmptyVault {
  private static final byte[] CONTENT = "synthetic evidence".getBytes(StandardCharsets.US_ASCII);

  @Autowired
  PutAndRecordTest(ApplicationContext context) {
    super(context);
  }

  private SealedContent put() throws IOException {
    return vault.put(new ByteArrayInputStream(CONTENT));
  }

  private EvidenceId recorded(SealedContent content) {
    return vault.record(VaultWorld.GATEWAY, world.picture(), content);
  }

  private EvidenceCheck.Findings findings() throws IOException {
    return check(new ArrayList<>());
  }

  @Test
  void put_withoutRecord_isNoEvidenceAndSweptAfterADay() throws IOException {
    EvidenceId kept = world.seal(CONTENT);
    SealedContent content = put();
    assertThat(vault.find(content.id())).isEmpty();
    assertThat(vault.custody(content.id())).isEmpty();
    assertThat(ledger(content.id())).isEmpty();
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(1, 0, 0, 1));
    age(Duration.ofHours(23));
    assertThat(world.keeping.sweep()).isZero();
    age(Duration.ofHours(25));
    assertThat(world.keeping.sweep()).isOne();
    assertThat(world.blobs.contains(content.blob())).isFalse();
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(1, 0, 0, 0));
    assertThat(blobOf(kept)).exists();
  }

  @Test
  void put_inATransaction_isRefusedAndWritesNothing() throws IOException {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            _ -> assertThatThrownBy(this::put).isInstanceOf(IllegalStateException.class));
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 0));
  }

  @Test
  void record_withinTheHour_isOneObjectThatOpens() throws IOException {
    SealedContent content = put();
    world.pass(Duration.ofHours(1));
    EvidenceId id = recorded(content);
    assertThat(id).isEqualTo(content.id());
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    assertThat(ledger(id)).containsExactly("evidence sealed");
    age(Duration.ofHours(25));
    assertThat(world.keeping.sweep()).isZero();
    assertSound();
  }

  /// The sweep may have removed the blob of content that was put long ago, so the record does not
  /// have to ask the blob store, which would hold a connection meanwhile.
  @Test
  void record_ofABlobThatWasSwept_isRefused() throws IOException {
    SealedContent content = put();
    world.pass(Duration.ofHours(25));
    age(Duration.ofHours(25));
    assertThat(world.keeping.sweep()).isOne();
    assertThatThrownBy(() -> recorded(content))
        .isInstanceOfSatisfying(
            UnrecordableContentException.class,
            e -> assertThat(e.evidence()).isEqualTo(content.id().reference()));
    assertThat(vault.find(content.id())).isEmpty();
    assertThat(ledger(content.id())).isEmpty();
  }

  @Test
  void record_longBeforeTheBlobCouldBeSwept_isRefusedAlready() throws IOException {
    SealedContent content = put();
    world.pass(Duration.ofHours(1).plusMillis(1));
    assertThatThrownBy(() -> recorded(content)).isInstanceOf(UnrecordableContentException.class);
    age(Duration.ofHours(23));
    assertThat(world.keeping.sweep()).isZero();
  }

  @Test
  void record_twice_isRefusedAndLeavesTheFirst() throws IOException {
    SealedContent content = put();
    EvidenceId id = recorded(content);
    assertThatThrownBy(() -> recorded(content)).isInstanceOf(DuplicateKeyException.class);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    assertSound();
  }

  @Test
  void record_inATransactionThatIsRolledBack_leavesAnOrphanUntilItIsDiscarded() throws IOException {
    SealedContent content = put();
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      recorded(content);
      transaction.setRollbackOnly();
    });
    assertThat(vault.find(content.id())).isEmpty();
    assertThat(vault.custody(content.id())).isEmpty();
    assertThat(ledger(content.id())).isEqualTo(List.of());
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 1));
    vault.discard(content);
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 0));
  }

  @Test
  void discard_ofRecordedContent_doesNothing() throws IOException {
    SealedContent content = put();
    EvidenceId id = recorded(content);
    vault.discard(content);
    assertThat(blobOf(id)).exists();
    assertSound();
  }

  /// As after a connection that broke during the commit, which the database still carries out.
  @Test
  void discard_whileARecordMayStillCommit_doesNothing() throws IOException {
    SealedContent content = put();
    new TransactionTemplate(transactions).executeWithoutResult(_ -> {
      recorded(content);
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        other.execute(() -> vault.discard(content));
      }
    });
    assertThat(blobOf(content.id())).exists();
    assertSound();
  }

  @Test
  void discard_inATransaction_isRefusedAndRemovesNothing() throws IOException {
    SealedContent content = put();
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> assertThatThrownBy(() -> vault.discard(content))
            .isInstanceOf(IllegalStateException.class));
    assertThat(world.blobs.contains(content.blob())).isTrue();
  }

  @Test
  void seal_thatCannotBeRecorded_leavesNoBlob() throws IOException {
    jdbc.sql("alter table evidence.object add constraint none check (false) not valid")
        .update();
    try {
      assertThatThrownBy(() -> world.seal(CONTENT))
          .isInstanceOf(DataIntegrityViolationException.class);
    } finally {
      jdbc.sql("alter table evidence.object drop constraint none").update();
    }
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 0));
  }

  @Test
  void put_whoseKeyCannotBeWrapped_leavesNoBlob() throws IOException {
    KeyWrapping broken = (KeyWrapping) Proxy.newProxyInstance(
        KeyWrapping.class.getClassLoader(), new Class<?>[] {KeyWrapping.class}, (_, _, _) -> {
          throw new IllegalStateException("no key");
        });
    SecureRandom random = new SecureRandom();
    Sealer sealer =
        new Sealer(world.blobs, broken, new TimeOrderedIds(world, random), random, world);
    assertThatThrownBy(() -> sealer.put(new ByteArrayInputStream(CONTENT)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 0));
  }
}
