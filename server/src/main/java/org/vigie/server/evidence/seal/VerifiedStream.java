package org.vigie.server.evidence.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Content that is compared with its length and digest when it is read to its end.
public final class VerifiedStream extends InputStream {
  private final InputStream content;
  private final long length;
  private final String sha256;
  private final MessageDigest digest = Digests.sha256();
  private long read;
  private boolean whole;

  /// Reads content on behalf of its reader.
  ///
  /// @param sha256 64 lowercase hex digits
  public VerifiedStream(InputStream content, long length, String sha256) {
    this.content = content;
    this.length = length;
    this.sha256 = sha256;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int got = content.read(bytes, offset, count);
    if (got > 0) {
      digest.update(bytes, offset, got);
      read += got;
    } else if (got < 0 && !whole) {
      checkWhole();
    }
    return got;
  }

  private void checkWhole() throws IOException {
    if (read != length || !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw new IOException("sealed object does not match its digest");
    }
    whole = true;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
