package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.seal.DataKey;
import org.vigie.server.evidence.seal.Digests;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.seal.Sealed;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.frame.TimeOrderedIds;

/// Seals content under a data key of its own and writes it to the blob store.
final class Sealer {
  private final BlobStore blobs;
  private final KeyWrapping wrapping;
  private final TimeOrderedIds ids;
  private final SecureRandom random;
  private final InstantSource clock;

  /// @param random a cryptographic source
  Sealer(
      BlobStore blobs,
      KeyWrapping wrapping,
      TimeOrderedIds ids,
      SecureRandom random,
      InstantSource clock) {
    this.blobs = blobs;
    this.wrapping = wrapping;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /// Returns the content once it is durable, and not yet recorded.
  SealedContent put(InputStream content) throws IOException {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("content was put while a transaction was open");
    }
    EvidenceId id = new EvidenceId(ids.next());
    DataKey key = DataKey.make(random);
    WrappedKey wrapped = wrapping.wrap(id, key); // if this fails, there is no blob yet
    Counted counted = new Counted(content);
    BlobAddress blob = write(id, key, counted);
    return new SealedContent(id, blob, wrapped, counted.length, counted.sha256(), clock.instant());
  }

  private BlobAddress write(EvidenceId id, DataKey key, InputStream content) throws IOException {
    try {
      return blobs.put(out -> {
        try (OutputStream sealed = Sealed.writing(id, key, out)) {
          content.transferTo(sealed);
        }
      });
    } catch (BlobsUnavailableException e) {
      throw VaultUnavailableException.because(e);
    }
  }

  /// Content that is measured while it is read.
  private static final class Counted extends DigestInputStream {
    private long length;

    Counted(InputStream content) {
      super(content, Digests.sha256());
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      length += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = super.read(bytes, offset, count);
      length += Math.max(0, read);
      return read;
    }

    String sha256() {
      return HexFormat.of().formatHex(getMessageDigest().digest());
    }
  }
}
