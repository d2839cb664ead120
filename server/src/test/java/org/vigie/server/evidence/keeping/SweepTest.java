package org.vigie.server.evidence.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.vault.EmptyVault;

/// A sweep removes nothing that others may have sealed, and a failed sweep delays no destruction.
final class SweepTest extends EmptyVault {
  private static final byte[] CONTENT = "synthetic evidence".getBytes(StandardCharsets.US_ASCII);

  @Autowired
  SweepTest(ApplicationContext context) {
    super(context);
  }

  /// Blobs of the folder, in a store that others share or that cannot be walked.
  private record OtherBlobs(BlobStore folder, boolean isShared) implements BlobStore {
    @Override
    public BlobAddress put(Content content) throws IOException {
      return folder.put(content);
    }

    @Override
    public InputStream open(BlobAddress address) throws IOException {
      return folder.open(address);
    }

    @Override
    public boolean delete(BlobAddress address) throws IOException {
      return folder.delete(address);
    }

    @Override
    public boolean contains(BlobAddress address) throws IOException {
      return folder.contains(address);
    }

    @Override
    public void walk(Visitor visitor) throws IOException {
      if (!isShared) {
        throw new AccessDeniedException("lost+found");
      }
      folder.walk(visitor);
    }

    @Override
    public void removeUnfinished(Instant before) throws IOException {
      folder.removeUnfinished(before);
    }
  }

  @Test
  void sweep_ofAStoreThatOthersShare_leavesWhatIsNotKnownHere() throws IOException {
    world.seal(CONTENT);
    BlobAddress theirs = world.blobs.put(out -> out.write(CONTENT));
    age(Duration.ofDays(2));
    BlobStore shared = new OtherBlobs(world.blobs, true);
    assertThat(new OrphanSweep(world.objects, shared, world).sweep()).isZero();
    assertThat(world.blobs.contains(theirs)).isTrue();
    assertThat(world.keeping.sweep()).isOne();
  }

  @Test
  void run_withAFolderThatCannotBeRead_destroysWhatIsDueAllTheSame() throws IOException {
    EvidenceId id = world.seal(CONTENT);
    world.pass(Duration.ofDays(3651));
    BlobStore unreadable = new OtherBlobs(world.blobs, false);
    assertThat(new OrphanSweep(world.objects, unreadable, world).run()).isPositive();
    assertThat(world.keeping.destroyDue()).isOne();
    assertThat(acts(id)).last().isEqualTo(CustodyAct.DESTROYED);
  }
}
