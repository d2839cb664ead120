package org.vigie.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Blobs as objects of a bucket, as this package's documentation describes.
///
/// A blob is named by all of its bytes, so a put writes them to a file of its own first, and
/// sends that: in one request, which the store executes wholly or not at all, with a digest by
/// which the store finds damage on the way. After a failed put the blob may exist all the same, if
/// only the answer was lost. Other processes may share the bucket, but not the folder.
public final class S3Blobs implements BlobStore, AutoCloseable {
  private static final Pattern KEY =
      Pattern.compile("([0-9a-f]{2})/([0-9a-f]{2})/(\\1\\2[0-9a-f]{60})");
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration LOOKING = Duration.ofSeconds(20);

  private final S3Client client;
  private final Bucket bucket;
  private final BucketFailure failure;
  private final Spool spool;

  private S3Blobs(S3Client client, Bucket bucket, Spool spool) {
    this.client = client;
    this.bucket = bucket;
    this.failure = new BucketFailure(bucket);
    this.spool = spool;
  }

  /// Opens a bucket, without asking whether it is there.
  ///
  /// @param spool a folder for blobs on their way, created on demand
  public static S3Blobs in(Bucket bucket, BucketKeys keys, Path spool) {
    return new S3Blobs(
        client(bucket, keys), bucket, new Spool(spool.toAbsolutePath().normalize()));
  }

  /// Uses the settings only: no profile of the user, no service that gives out keys.
  private static S3Client client(Bucket bucket, BucketKeys keys) {
    S3ClientBuilder builder = S3Client.builder()
        .httpClient(UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECTING)
            .socketTimeout(SILENCE)
            .build())
        .region(Region.of(bucket.region()))
        .credentialsProvider(StaticCredentialsProvider.create(
            AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
        .overrideConfiguration(
            options -> options.defaultProfileFile(ProfileFile.aggregator().build()))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .forcePathStyle(bucket.pathStyle())
        .serviceConfiguration(S3Configuration.builder()
            .chunkedEncodingEnabled(false)
            .expectContinueEnabled(false)
            .build());
    bucket.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /// Asks the bucket for anything, and returns once it has answered as it should.
  ///
  /// @throws BlobsUnavailableException if it does not
  public void check() throws BlobsUnavailableException {
    try {
      client.listObjectsV2(list(bucket.prefix())
          .maxKeys(1)
          .overrideConfiguration(options -> options.apiCallTimeout(LOOKING))
          .build());
    } catch (SdkException e) {
      throw failure.of(e);
    }
  }

  private ListObjectsV2Request.Builder list(String prefix) {
    return ListObjectsV2Request.builder().bucket(bucket.name()).prefix(prefix);
  }

  @Override
  public BlobAddress put(Content content) throws IOException {
    Path file = spool.newFile();
    try {
      Spool.Written written = Spool.write(content, file);
      client.putObject(
          put -> put.bucket(bucket.name())
              .key(key(written.address()))
              .contentType("application/octet-stream")
              .contentMD5(written.md5()),
          RequestBody.fromFile(file));
      return written.address();
    } catch (SdkException e) {
      throw failure.of(e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String key(BlobAddress address) {
    String name = address.sha256();
    return bucket.prefix() + name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
  }

  @Override
  public InputStream open(BlobAddress address) throws IOException {
    try {
      ResponseInputStream<GetObjectResponse> content =
          client.getObject(get -> get.bucket(bucket.name()).key(key(address)));
      return new Received(content, bucket);
    } catch (NoSuchKeyException _) {
      throw new NoSuchFileException(key(address), null, "not in the " + bucket.place());
    } catch (SdkException e) {
      throw failure.of(e);
    }
  }

  @Override
  public boolean delete(BlobAddress address) throws IOException {
    boolean there = contains(address);
    if (there) {
      try {
        client.deleteObject(delete -> delete.bucket(bucket.name()).key(key(address)));
      } catch (SdkException e) {
        throw failure.of(e);
      }
    }
    return there;
  }

  /// Asks for a list of one: that fails if the bucket itself is missing, while a request for the
  /// object would answer as if only the object were missing.
  @Override
  public boolean contains(BlobAddress address) throws IOException {
    try {
      return client.listObjectsV2(list(key(address)).maxKeys(1).build()).contents().stream()
          .anyMatch(object -> object.key().equals(key(address)));
    } catch (SdkException e) {
      throw failure.of(e);
    }
  }

  @Override
  public void walk(Visitor visitor) throws IOException {
    try {
      for (S3Object object :
          client.listObjectsV2Paginator(list(bucket.prefix()).build()).contents()) {
        show(object, visitor);
      }
    } catch (SdkException e) {
      throw failure.of(e);
    }
  }

  /// Objects with other names are not ours.
  private void show(S3Object object, Visitor visitor) throws IOException {
    Matcher key = KEY.matcher(object.key().substring(bucket.prefix().length()));
    if (key.matches()) {
      visitor.visit(
          new StoredBlob(new BlobAddress(key.group(3)), object.size(), object.lastModified()));
    }
  }

  /// Every holder of the keys can store here, also a copy of an installation restored elsewhere.
  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void removeUnfinished(Instant before) throws IOException {
    spool.removeOlder(before);
  }

  @Override
  public void close() {
    client.close();
  }
}
