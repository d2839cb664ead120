package org.vigie.server.evidence.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.server.evidence.EvidenceId;

/// Wraps by secrets of the key ring, `evidence-1`, `evidence-2` …; the highest wraps.
///
/// A wrapped key is a nonce of 12 random bytes, then AES-256-GCM with a tag of 16 bytes, bound
/// to the object: `docs/formats/evidence.md`, section 2.
public final class RingKeys implements KeyWrapping {
  private static final String BEGINNING = "evidence-";
  private static final Pattern NAME = Pattern.compile(BEGINNING + "([1-9][0-9]{0,8})");
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int BYTES = NONCE_BYTES + DataKey.BYTES + TAG_BITS / Byte.SIZE;

  private final KeyRing ring;
  private final SecureRandom random;

  public RingKeys(KeyRing ring, SecureRandom random) {
    this.ring = ring;
    this.random = random;
  }

  @Override
  public WrappedKey wrap(EvidenceId object, DataKey key) {
    SecretName by = name(Math.max(1, newest()));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, by, nonce, object).doFinal(key.bytes());
      byte[] whole = ByteBuffer.allocate(BYTES).put(nonce).put(sealed).array();
      return new WrappedKey(by.value(), whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key cannot be wrapped", e);
    }
  }

  @Override
  public DataKey unwrap(EvidenceId object, WrappedKey wrapped) throws GeneralSecurityException {
    ByteBuffer whole = ByteBuffer.wrap(wrapped.bytes());
    if (!NAME.matcher(wrapped.by()).matches() || whole.remaining() != BYTES) {
      throw new GeneralSecurityException("this is not a wrapped data key");
    }
    SecretName by = new SecretName(wrapped.by());
    if (!ring.holds(by)) {
      throw new GeneralSecurityException("the key that wrapped the data key is not there");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] sealed = new byte[whole.remaining()];
    whole.get(sealed);
    return new DataKey(cipher(Cipher.DECRYPT_MODE, by, nonce, object).doFinal(sealed));
  }

  private Cipher cipher(int mode, SecretName by, byte[] nonce, EvidenceId object)
      throws GeneralSecurityException {
    byte[] key = ring.secret(by).bytes(SecretAccess.GRANTED);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(object.reference().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  @Override
  public synchronized String renew() {
    SecretName next = name(newest() + 1);
    ring.secret(next);
    return next.value();
  }

  /// Returns the highest number of a key; 0 if there is none.
  private int newest() {
    return ring.names(BEGINNING).stream()
        .map(name -> NAME.matcher(name.value()))
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private static SecretName name(int number) {
    return new SecretName(BEGINNING + number);
  }
}
