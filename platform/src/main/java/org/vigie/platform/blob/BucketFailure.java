package org.vigie.platform.blob;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The messages to operators about failures of a bucket.
final class BucketFailure {
  static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;
  private static final int REDIRECTIONS = 300;

  private final Bucket bucket;

  BucketFailure(Bucket bucket) {
    this.bucket = bucket;
  }

  BlobsUnavailableException of(SdkException failure) {
    return new BlobsUnavailableException(bucket.place() + " " + words(failure), failure);
  }

  private String words(SdkException failure) {
    return failure instanceof S3Exception answered
        ? words(answered.statusCode())
        : "cannot be reached: check that the store runs, the network between,"
            + " and the setting of the endpoint";
  }

  private String words(int status) {
    if (status == NOT_FOUND) {
      return "is not there: make the bucket, or correct the settings of its name and endpoint";
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return "refuses these keys: check them, and that they may list the bucket and read, write"
          + " and delete under the prefix \"" + bucket.prefix() + "\"; check the clock, too";
    }
    if (status >= REDIRECTIONS && status <= BAD_REQUEST) {
      return "answers with status " + status
          + ": check the settings of the region, the endpoint and the path style";
    }
    return "answers with status " + status + ": look into the log of the store";
  }
}
