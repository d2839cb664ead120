package org.vigie.server.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceCheck;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.SealedContent;

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
  void record_inATransactionThatIsRolledBack_leavesNothingButAnOrphan() throws IOException {
    SealedContent content = put();
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      recorded(content);
      transaction.setRollbackOnly();
    });
    assertThat(vault.find(content.id())).isEmpty();
    assertThat(vault.custody(content.id())).isEmpty();
    assertThat(ledger(content.id())).isEqualTo(List.of());
    assertThat(findings()).isEqualTo(new EvidenceCheck.Findings(0, 0, 0, 1));
    age(Duration.ofHours(25));
    assertThat(world.keeping.sweep()).isOne();
  }
}
