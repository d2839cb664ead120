package org.vigie.cli.files;

import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;

/// Several digests of the same bytes, computed side by side.
final class DigestComputation {
  private final Map<DigestType, MessageDigest> running = new EnumMap<>(DigestType.class);

  DigestComputation(Set<DigestType> types) {
    types.forEach(type -> running.put(type, type.newMessageDigest()));
  }

  void update(byte[] bytes, int length) {
    running.values().forEach(digest -> digest.update(bytes, 0, length));
  }

  Map<DigestType, Digest> finish() {
    Map<DigestType, Digest> digests = new EnumMap<>(DigestType.class);
    running.forEach((type, digest) -> digests.put(type, type.ofBytes(digest.digest())));
    return digests;
  }
}
