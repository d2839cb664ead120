package org.vigie.platform.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/// The bytes of a blob on their way from a bucket. Closed before its end, the connection is
/// given up rather than read to the end.
final class Received extends FilterInputStream {
  private final ResponseInputStream<?> answer;
  private final Bucket bucket;
  private boolean ended;

  Received(ResponseInputStream<?> answer, Bucket bucket) {
    super(answer);
    this.answer = answer;
    this.bucket = bucket;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = super.read(bytes, offset, length);
      ended |= read < 0;
      return read;
    } catch (SdkException | IOException e) {
      throw new BlobsUnavailableException(
          bucket.place() + " broke off in the middle of a blob: try again", e);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      answer.close();
    } else {
      answer.abort();
    }
  }
}
