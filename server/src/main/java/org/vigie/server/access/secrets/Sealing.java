package org.vigie.server.access.secrets;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.vigie.server.access.Sha256;

/// Seals secrets that must be read again, such as those of authenticator apps, so that a reader of
/// the database alone cannot open them.
///
/// A sealed secret is a random nonce of 12 bytes, then AES-256-GCM with a tag of 16 bytes, bound
/// to its purpose: a secret sealed for one person cannot be opened for another. Source:
/// NIST SP 800-38D. Threads: any.
public final class Sealing {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<SecretKey> key;
  private final SecureRandom random;

  /// @param key of 256 bits; asked for at each use
  public Sealing(Supplier<SecretKey> key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /// Seals a secret.
  ///
  /// @param purpose of the secret, such as `authenticator:` and a person
  public byte[] seal(String purpose, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, purpose, secret);
    byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
    return whole;
  }

  /// Opens a sealed secret.
  ///
  /// @throws IllegalStateException if it was not sealed so, for this, under this key
  public byte[] open(String purpose, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, Math.max(NONCE_BYTES, sealed.length));
    return run(Cipher.DECRYPT_MODE, nonce, purpose, rest);
  }

  private byte[] run(int mode, byte[] nonce, String purpose, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(Sha256.of(purpose));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed, or not be opened again", e);
    }
  }
}
