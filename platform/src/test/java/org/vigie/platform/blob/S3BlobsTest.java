package org.vigie.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Blobs as objects of a bucket, over a server that speaks S3.
@Timeout(180)
final class S3BlobsTest extends BlobStoreContract {
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init") // started before all tests
  private static S3Server server;

  private static final AtomicInteger STORES = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    Path buckets = Files.createDirectory(folder.resolve("buckets"));
    Files.createDirectory(buckets.resolve("evidence"));
    server = S3Server.over(buckets);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  S3Blobs store() throws IOException {
    return store("p" + STORES.incrementAndGet() + "/");
  }

  /// Each step is a request or two.
  @Override
  int steps() {
    return 40;
  }

  private static S3Blobs store(String prefix) throws IOException {
    return S3Blobs.in(server.bucket("evidence", prefix), S3Server.KEYS, folder.resolve("spool"));
  }

  @Test
  void put_content_isAnObjectUnderThePrefixAndNothingStaysBehind() throws IOException {
    S3Blobs blobs = store("vigie/one/");
    blobs.check();
    blobs.put(out -> out.write(ascii("abc")));
    assertThat(folder.resolve("buckets/evidence/vigie/one/ba/78").resolve(ABC)).hasContent("abc");
    assertThat(folder.resolve("spool")).isEmptyDirectory();
    assertThat(walked(store("vigie/two/"))).isEmpty();
    assertThat(blobs.isShared()).isTrue();
  }

  @Test
  void walk_moreThanAPageAndOtherFiles_showsEachBlobOnce() throws Exception {
    S3Blobs blobs = store();
    List<Callable<BlobAddress>> puts = new ArrayList<>();
    for (int i = 0; i < 1005; i++) {
      byte[] content = ascii("blob " + i);
      puts.add(() -> blobs.put(out -> out.write(content)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<BlobAddress> put : threads.invokeAll(puts)) {
        put.get();
      }
    }
    AtomicInteger shown = new AtomicInteger();
    blobs.walk(_ -> shown.incrementAndGet());
    assertThat(shown).hasValue(1005);
    Path ours = folder.resolve("buckets/evidence/p" + STORES.get());
    Files.writeString(ours.resolve("notes.txt"), "of somebody else");
    assertThat(walked(blobs)).hasSize(1005);
  }

  @Test
  void removeUnfinished_afterABrokenOffPut_removesOnlyWhatIsOld() throws IOException {
    S3Blobs blobs = store();
    Path old = Files.writeString(folder.resolve("spool/.unfinished-1"), "half");
    Path young = Files.writeString(folder.resolve("spool/.unfinished-2"), "half");
    Instant moment = Instant.now().minus(Duration.ofDays(1));
    Files.setLastModifiedTime(old, FileTime.from(moment.minusSeconds(1)));
    blobs.removeUnfinished(moment);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    Files.delete(young);
  }

  @Test
  void bucket_thatIsMissingOrRefusesOrIsUnreachable_isReportedWithNameAndRemedy()
      throws IOException {
    Path spool = folder.resolve("spool");
    Bucket missing = server.bucket("missing", "");
    assertFails(S3Blobs.in(missing, S3Server.KEYS, spool), "bucket missing", "make the bucket");
    Bucket there = server.bucket("evidence", "");
    assertFails(
        S3Blobs.in(there, new BucketKeys("madeup", "wrong"), spool),
        "bucket evidence",
        "refuses these keys");
    Bucket nowhere = new Bucket(
        "evidence", Optional.of(URI.create("http://127.0.0.1:1")), "us-east-1", "", true);
    assertFails(
        S3Blobs.in(nowhere, S3Server.KEYS, spool), "http://127.0.0.1:1", "cannot be reached");
    assertThat(spool).isEmptyDirectory();
  }

  private static void assertFails(S3Blobs blobs, String... words) {
    BlobAddress address = new BlobAddress(ABC);
    assertThatThrownBy(blobs::check)
        .isInstanceOf(BlobsUnavailableException.class)
        .message()
        .contains(words)
        .doesNotContain(S3Server.KEYS.secretKey());
    assertThatThrownBy(() -> blobs.put(out -> out.write(1)))
        .isInstanceOf(BlobsUnavailableException.class);
    assertThatThrownBy(() -> blobs.contains(address)).isInstanceOf(BlobsUnavailableException.class);
    assertThatThrownBy(() -> blobs.delete(address)).isInstanceOf(BlobsUnavailableException.class);
    assertThatThrownBy(() -> blobs.open(address)).isInstanceOf(BlobsUnavailableException.class);
    assertThatThrownBy(() -> blobs.walk(_ -> {})).isInstanceOf(BlobsUnavailableException.class);
  }

  @Test
  void put_serverKilledAndRestarted_losesNothingAcknowledged() throws Exception {
    S3Blobs blobs = store();
    Map<String, byte[]> told = new ConcurrentHashMap<>();
    Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    CountDownLatch some = new CountDownLatch(5);
    CountDownLatch broken = new CountDownLatch(1);
    CountDownLatch more = new CountDownLatch(5);
    Thread putting = Thread.ofVirtual().start(() -> {
      Random random = new Random(5);
      while (more.getCount() > 0) {
        byte[] content = new byte[200_000];
        random.nextBytes(content);
        try {
          told.put(blobs.put(out -> out.write(content)).sha256(), content);
          (broken.getCount() == 0 ? more : some).countDown();
        } catch (IOException e) {
          failures.add(e);
          broken.countDown();
        }
      }
    });
    some.await();
    server.kill();
    broken.await();
    server.restart();
    more.await();
    putting.join();
    assertThat(failures).isNotEmpty().allMatch(BlobsUnavailableException.class::isInstance);
    assertThat(walked(blobs)).containsKeys(told.keySet().toArray(String[]::new));
    for (Map.Entry<String, byte[]> each : told.entrySet()) {
      try (InputStream in = blobs.open(new BlobAddress(each.getKey()))) {
        assertThat(in).hasBinaryContent(each.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a", "x/y", "-aa", "aa_"})
  void bucketName_thatIsNone_isRefused(String name) {
    assertThatThrownBy(() -> new Bucket(name, Optional.empty(), "eu-west-3", "", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "a", "/a/", "a//", "a b/"})
  void prefix_thatIsNone_isRefused(String prefix) {
    assertThatThrownBy(() -> new Bucket("evidence", Optional.empty(), "eu-west-3", prefix, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keys_printed_sayNothing() {
    assertThat(S3Server.KEYS.toString()).doesNotContain("madeup");
  }
}
