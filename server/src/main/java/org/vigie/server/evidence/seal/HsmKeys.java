package org.vigie.server.evidence.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Collections;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.HsmUnavailableException;

/// Wraps by keys that never leave a hardware security module, over PKCS #11: `evidence-hsm-1`,
/// `evidence-hsm-2` …; the highest wraps. The wrapped form is that of [RingKeys].
///
/// Only [#renew()] makes a key, as two processes that both made the first would make two of one
/// name. Keys that others make are used from the next wrapping on. Threads: any, one at a time.
public final class HsmKeys implements KeyWrapping {
  private static final Logger LOG = LoggerFactory.getLogger(HsmKeys.class);

  static final String BEGINNING = "evidence-hsm-";

  private static final Pattern NAME = Pattern.compile(BEGINNING + "([1-9][0-9]{0,8})");
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int BYTES = NONCE_BYTES + DataKey.BYTES + TAG_BITS / Byte.SIZE;
  private static final String MEND =
      "check that its library is there, its token is in the slot, and the PIN is right";

  private final Provider provider;
  private final char[] pin;
  private final SecureRandom random;

  private HsmKeys(Provider provider, char[] pin, SecureRandom random) {
    this.provider = provider;
    this.pin = pin;
    this.random = random;
  }

  /// Opens a token.
  ///
  /// @param library path of the PKCS #11 library
  /// @param slot which of the slots that have a token, from 0
  /// @throws HsmUnavailableException if it cannot be used
  public static HsmKeys open(String library, int slot, String pin, SecureRandom random) {
    String configuration = """
        --name = vigie
        library = "%s"
        slotListIndex = %d
        attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_ENCRYPT = true
          CKA_DECRYPT = true
        }
        """.formatted(library, slot);
    try {
      Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
      HsmKeys keys = new HsmKeys(provider, pin.toCharArray(), random);
      keys.check();
      return keys;
    } catch (ProviderException | IllegalArgumentException e) {
      throw unavailable(
          "the hardware security module of " + library + " cannot be used: " + MEND, e);
    }
  }

  /// Asks for the token.
  ///
  /// @throws HsmUnavailableException if it cannot be used
  public synchronized void check() {
    token();
  }

  @Override
  public synchronized WrappedKey wrap(EvidenceId object, DataKey key) {
    KeyStore token = token();
    int newest = newest(token);
    if (newest == 0) {
      throw unavailable(
          "the hardware security module has no key for evidence yet:"
              + " make the first by ./vigie evidence rotate-keys",
          new IllegalStateException("no key " + BEGINNING + 1));
    }
    String by = BEGINNING + newest;
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, token.getKey(by, null), nonce, object);
      byte[] sealed = cipher.doFinal(key.bytes());
      return new WrappedKey(
          by, ByteBuffer.allocate(BYTES).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable("the hardware security module does not wrap: " + MEND, e);
    }
  }

  /// Only a wrong tag is damage; after any other failure of the token a retry may succeed.
  @Override
  public synchronized DataKey unwrap(EvidenceId object, WrappedKey wrapped)
      throws GeneralSecurityException {
    ByteBuffer whole = ByteBuffer.wrap(wrapped.bytes());
    if (!NAME.matcher(wrapped.by()).matches() || whole.remaining() != BYTES) {
      throw new GeneralSecurityException("this is not a wrapped data key");
    }
    KeyStore token = token();
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] sealed = new byte[whole.remaining()];
    whole.get(sealed);
    try {
      Key key = token.getKey(wrapped.by(), null);
      if (key != null) {
        return new DataKey(cipher(Cipher.DECRYPT_MODE, key, nonce, object).doFinal(sealed));
      }
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable("the hardware security module does not unwrap: " + MEND, e);
    }
    throw new GeneralSecurityException("the key that wrapped the data key is not there");
  }

  private Cipher cipher(int mode, Key key, byte[] nonce, EvidenceId object)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(object.reference().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  @Override
  public synchronized String renew() {
    KeyStore token = token();
    String next = BEGINNING + (newest(token) + 1);
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
      generator.init(DataKey.BYTES * Byte.SIZE);
      token.setKeyEntry(next, generator.generateKey(), null, null);
      return next;
    } catch (GeneralSecurityException | ProviderException e) {
      throw unavailable(
          "the hardware security module makes no key: it has to offer AES with 256 bits", e);
    }
  }

  /// Reads the keys on the token again, as others may have changed them.
  private KeyStore token() {
    try {
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin);
      return token;
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      throw unavailable("the hardware security module cannot be used: " + MEND, e);
    }
  }

  private static int newest(KeyStore token) {
    try {
      return Collections.list(token.aliases()).stream()
          .map(NAME::matcher)
          .filter(Matcher::matches)
          .map(found -> Integer.parseInt(found.group(1)))
          .max(Comparator.naturalOrder())
          .orElse(0);
    } catch (GeneralSecurityException e) {
      throw unavailable("the hardware security module cannot be used: " + MEND, e);
    }
  }

  /// Says nothing of the PIN.
  @Override
  public String toString() {
    return "HsmKeys[]";
  }

  /// Logs the remedy for operators, and returns the exception to throw.
  private static HsmUnavailableException unavailable(String message, Exception cause) {
    LOG.atError()
        .setMessage("hardware security module unavailable")
        .addKeyValue("why", message)
        .log();
    return new HsmUnavailableException(message, cause);
  }
}
