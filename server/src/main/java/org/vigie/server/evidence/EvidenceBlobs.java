package org.vigie.server.evidence;

import java.io.IOException;
import java.util.Optional;
import org.vigie.platform.blob.BlobStore;
import org.vigie.platform.blob.Bucket;
import org.vigie.platform.blob.FolderBlobs;
import org.vigie.platform.blob.S3Blobs;

/// Opens the store of sealed objects that the settings name.
public final class EvidenceBlobs {
  private EvidenceBlobs() {}

  /// Opens the folder or the bucket. Does not check that a bucket exists.
  public static BlobStore open(EvidenceSettings settings) throws IOException {
    Optional<Bucket> bucket = settings.blobs().place();
    return bucket.isPresent()
        ? bucket(settings, bucket.get())
        : FolderBlobs.in(settings.blobDirectory());
  }

  private static S3Blobs bucket(EvidenceSettings settings, Bucket bucket) throws IOException {
    return S3Blobs.in(bucket, settings.blobs().keys(), settings.blobDirectory());
  }

  /// Checks the bucket, and returns it in words; empty for the folder.
  ///
  /// @throws BlobsUnavailableException if the check fails; the message names the remedy
  public static Optional<String> checked(EvidenceSettings settings) throws IOException {
    Optional<Bucket> bucket = settings.blobs().place();
    if (bucket.isPresent()) {
      try (S3Blobs blobs = bucket(settings, bucket.get())) {
        blobs.check();
      }
    }
    return bucket.map(Bucket::place);
  }

  /// Returns the bucket in words; empty for the folder.
  public static Optional<String> place(EvidenceSettings settings) {
    return settings.blobs().place().map(Bucket::place);
  }
}
