package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.platform.blob.Bucket;
import org.vigie.platform.blob.BucketKeys;

/// Settings under `vigie.evidence.blobs`: the S3-compatible bucket that stores sealed objects,
/// instead of the folder.
///
/// @param bucket its name; empty for the folder
/// @param endpoint address of the store; empty for Amazon S3
/// @param region as the store calls it, default `us-east-1`
/// @param prefix of each key, empty or ending in a slash
/// @param pathStyle whether the path names the bucket rather than the host name
/// @param accessKey authenticates Vigie, together with the secret key
/// @param secretKey best set in the environment
/// @param keysFile a file with the access key in its first line and the secret key in its
///     second, in place of both
public record BlobSettings(
    @DefaultValue("") String bucket,
    @DefaultValue("") String endpoint,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String prefix,
    @DefaultValue("false") boolean pathStyle,
    @DefaultValue("") String accessKey,
    @DefaultValue("") String secretKey,
    @DefaultValue("") String keysFile) {
  private static final String PREFIX = "vigie.evidence.blobs.";

  public BlobSettings {
    boolean byFile = !keysFile.isEmpty();
    boolean byValue = !accessKey.isEmpty() && !secretKey.isEmpty();
    if (!bucket.isEmpty() && byFile == byValue) {
      throw new IllegalArgumentException(PREFIX + "bucket is set, so either " + PREFIX
          + "access-key and " + PREFIX + "secret-key have to be, or " + PREFIX + "keys-file");
    }
    if (!bucket.isEmpty()) {
      place(bucket, endpoint, region, prefix, pathStyle);
    }
  }

  /// Returns the bucket; empty if the folder stores sealed objects.
  public Optional<Bucket> place() {
    return bucket.isEmpty()
        ? Optional.empty()
        : Optional.of(place(bucket, endpoint, region, prefix, pathStyle));
  }

  private static Bucket place(
      String bucket, String endpoint, String region, String prefix, boolean pathStyle) {
    Optional<URI> address =
        endpoint.isEmpty() ? Optional.empty() : Optional.of(URI.create(endpoint));
    return new Bucket(bucket, address, region, prefix, pathStyle);
  }

  /// Reads the access key and the secret key.
  public BucketKeys keys() throws IOException {
    if (keysFile.isEmpty()) {
      return new BucketKeys(accessKey, secretKey);
    }
    List<String> lines = Files.readAllLines(Path.of(keysFile));
    if (lines.size() != 2) {
      throw new IOException(keysFile + " has to have two lines: the access key, the secret key");
    }
    return new BucketKeys(lines.getFirst().strip(), lines.getLast().strip());
  }

  /// Says nothing of the keys, as this may end up in a log.
  @Override
  public String toString() {
    return "BlobSettings[" + bucket + "]";
  }
}
