package org.vigie.server.evidence.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.bank.Eventually;
import org.vigie.server.evidence.vault.EmptyVault;

/// Blobs of destroyed objects are removed after the commit, by a thread that holds no connection.
final class BlobRemovalTest extends EmptyVault {
  private final DataSource database;
  private final Queue<Boolean> heldConnection = new ConcurrentLinkedQueue<>();

  @Autowired
  BlobRemovalTest(ApplicationContext context) {
    super(context);
    this.database = context.getBean(DataSource.class);
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
}
