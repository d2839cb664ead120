package org.vigie.server.evidence.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.evidence.vault.EmptyVault;
import org.vigie.testkit.Eventually;

/// Blobs of destroyed objects are removed after the commit, by a thread that holds no connection.
final class BlobRemovalTest extends EmptyVault {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(BlobRemoval.class);

  private final ConfigurableApplicationContext context;
  private final DataSource database;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /// Holds back each removal.
  private final CountDownLatch mayRemove = new CountDownLatch(1);

  private final Queue<Boolean> heldConnection = new ConcurrentLinkedQueue<>();

  @Autowired
  BlobRemovalTest(ApplicationContext context) {
    super(context);
    this.context = (ConfigurableApplicationContext) context;
    this.database = context.getBean(DataSource.class);
  }

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    mayRemove.countDown();
    LOGGER.detachAppender(log);
  }

  private List<Object> logged() {
    return log.list.stream()
        .filter(event -> event.getMessage().equals("blob not removed"))
        .map(event -> event.getKeyValuePairs().getFirst().value)
        .toList();
  }

  /// The blobs of the world, which are removed only once they may be.
  private BlobStore slow() {
    return (BlobStore) Proxy.newProxyInstance(
        BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (_, method, values) -> {
          mayRemove.await();
          return method.invoke(world.blobs, values);
        });
  }

  private List<BlobAddress> pending(BlobRemoval removal, int count) throws IOException {
    List<BlobAddress> blobs = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      blobs.add(removed(removal, "pending " + number, true));
    }
    return blobs;
  }

  private static void stop(BlobRemoval removal) {
    try {
      removal.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The blobs of the world, noting of each removal whether its thread holds a connection.
  private BlobStore noting() {
    return (BlobStore) Proxy.newProxyInstance(
        BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (_, method, values) -> {
          if (method.getName().equals("delete")) {
            heldConnection.add(TransactionSynchronizationManager.hasResource(database));
          }
          return method.invoke(world.blobs, values);
        });
  }

  private BlobAddress removed(BlobRemoval removal, String content, boolean committed)
      throws IOException {
    BlobAddress blob =
        world.blobs.put(out -> out.write(content.getBytes(StandardCharsets.US_ASCII)));
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      assertThat(TransactionSynchronizationManager.hasResource(database)).isTrue();
      removal.afterCommit(blob);
      if (!committed) {
        transaction.setRollbackOnly();
      }
    });
    return blob;
  }

  @Test
  void removal_afterTheCommit_holdsNoConnection() throws IOException {
    BlobRemoval removal = new KeepingConfiguration().blobRemoval(noting());
    BlobAddress blob = removed(removal, "one", true);
    Eventually.holds(() -> !world.blobs.contains(blob));
    assertThat(heldConnection).containsExactly(false);
  }

  /// One thread removes in order, so the first blob would be gone before the second.
  @Test
  void removal_afterARollback_neverHappens() throws IOException {
    BlobRemoval removal = new KeepingConfiguration().blobRemoval(noting());
    BlobAddress kept = removed(removal, "one", false);
    BlobAddress gone = removed(removal, "two", true);
    Eventually.holds(() -> !world.blobs.contains(gone));
    assertThat(world.blobs.contains(kept)).isTrue();
    assertThat(heldConnection).containsExactly(false);
  }

  @Test
  void stop_withPendingRemovals_waitsForThem() throws Exception {
    BlobRemoval removal = new KeepingConfiguration().blobRemoval(slow());
    List<BlobAddress> blobs = pending(removal, 3);
    Thread stopping = Thread.ofVirtual().start(() -> stop(removal));
    assertThat(stopping.join(Duration.ofMillis(100)))
        .as("a stop that did not wait")
        .isFalse();
    mayRemove.countDown();
    stopping.join();
    for (BlobAddress blob : blobs) {
      assertThat(world.blobs.contains(blob)).isFalse();
    }
    assertThat(logged()).isEmpty();
  }

  @Test
  void stop_thatTakesTooLong_namesTheBlobsItLeaves() throws Exception {
    BlobRemoval removal = new BlobRemoval(slow(), BlobRemoval.thread(), Duration.ofMillis(10));
    List<BlobAddress> blobs = pending(removal, 3);
    removal.stop();
    BlobAddress late = removed(removal, "late", true);
    assertThat(logged()).contains(blobs.get(1).sha256(), blobs.get(2).sha256(), late.sha256());
  }

  @Test
  void server_thatStops_stopsTheRemoval() {
    assertThat(context.getBeanFactory().getBeanDefinition("blobRemoval").getDestroyMethodName())
        .isEqualTo("stop");
  }
}
