package org.vigie.server.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Surface;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Origin;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;

/// A notice that is not stored leaves no blob of its attachments, as nothing else would know it.
@ServerTest
final class IntakeBlobsTest {
  private static final int THREADS = 4;
  private static final Caller.Key KEY = new Caller.Key(new KeyId("testtesttest"));

  private final Intake intake;
  private final BlobStore blobs;
  private final JdbcClient jdbc;

  @Autowired
  IntakeBlobsTest(Intake intake, BlobStore blobs, JdbcClient jdbc) {
    this.intake = intake;
    this.blobs = blobs;
    this.jdbc = jdbc;
  }

  /// A notice of a private room, whose attachments the scan does not seal.
  private static NewNotice notice(String key, NewAttachment... attachments) {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("hate-speech"),
        "",
        List.of(MadeUpContent.message(Surface.PRIVATE, key, "1")),
        MadeUpSubjects.MAIN,
        Surface.PRIVATE,
        false,
        Language.EN);
    return new NewNotice(
        KEY,
        Optional.of(new IdempotencyKey(key)),
        new Origin.Messenger(KEY.id(), Optional.empty()),
        claim,
        List.of(attachments));
  }

  private static InputStream content() {
    return new ByteArrayInputStream("no picture".getBytes(StandardCharsets.US_ASCII));
  }

  private static NewAttachment file(NewAttachment.Content content) {
    return new NewAttachment(EvidenceKind.ATTACHMENT, "video/mp4", content);
  }

  private static void meet(CyclicBarrier others) {
    try {
      others.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private long blobs() throws IOException {
    AtomicLong count = new AtomicLong();
    blobs.walk(_ -> count.incrementAndGet());
    return count.get();
  }

  /// All read the attachment at once, and later seal it at once.
  @Test
  void notices_underOneKeyAtOnce_leaveOneBlob() throws Exception {
    CyclicBarrier others = new CyclicBarrier(THREADS);
    NewNotice sent = notice("at-once", file(() -> {
      meet(others);
      return content();
    }));
    long before = blobs();
    Callable<IntakeOutcome> sending = () -> intake.receive(sent);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<IntakeOutcome> each : threads.invokeAll(Collections.nCopies(THREADS, sending))) {
        assertThat(each.get()).isInstanceOf(IntakeOutcome.Received.class);
      }
    }
    assertThat(blobs()).isEqualTo(before + 1);
  }

  @Test
  void notice_thatIsRolledBack_leavesNoBlob() throws IOException {
    NewNotice sent = notice("rolled-back", file(IntakeBlobsTest::content));
    long before = blobs();
    jdbc.sql("alter table report.notice add constraint none check (false) not valid")
        .update();
    try {
      assertThatThrownBy(() -> intake.receive(sent))
          .isInstanceOf(DataIntegrityViolationException.class);
    } finally {
      jdbc.sql("alter table report.notice drop constraint none").update();
    }
    assertThat(blobs()).isEqualTo(before);
    assertThat(intake.receive(sent)).isInstanceOf(IntakeOutcome.Received.class);
    assertThat(blobs()).isEqualTo(before + 1);
  }

  /// Each file is opened to be read and again to be sealed.
  @Test
  void notice_whoseSecondFileCannotBeSealed_leavesNoBlobOfTheFirst() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    NewNotice sent = notice("second-fails", file(IntakeBlobsTest::content), file(() -> {
      if (opened.incrementAndGet() > 1) {
        throw new IOException("cannot be read again");
      }
      return content();
    }));
    long before = blobs();
    assertThatThrownBy(() -> intake.receive(sent)).isInstanceOf(IOException.class);
    assertThat(opened).hasValue(2);
    assertThat(blobs()).isEqualTo(before);
  }
}
