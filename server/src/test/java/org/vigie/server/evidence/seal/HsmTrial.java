package org.vigie.server.evidence.seal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.KeyGenerator;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.HsmUnavailableException;

/// Uses an HSM, in a process of its own, and prints the results.
final class HsmTrial {
  private static final EvidenceId ONE = new EvidenceId(new UUID(0x7000L, 1));
  private static final EvidenceId OTHER = new EvidenceId(new UUID(0x7000L, 2));

  private HsmTrial() {}

  /// Does one thing. Arguments: library, PIN, act, and its parameters.
  public static void main(String[] arguments) throws Exception {
    HsmKeys keys = HsmKeys.open(arguments[0], 0, arguments[1], new SecureRandom());
    switch (arguments[2]) {
      case "empty" -> empty(keys);
      case "renew" -> System.out.println(keys.renew());
      case "wrap" -> wrap(keys);
      case "refuse" -> refuse(keys, arguments[0], arguments[1]);
      case "unwrap" -> unwrap(keys, arguments[3], arguments[4]);
      default -> throw new IllegalArgumentException("no such trial");
    }
  }

  static byte[] dataKey() {
    byte[] bytes = new byte[DataKey.BYTES];
    Arrays.fill(bytes, (byte) 42);
    return bytes;
  }

  private static void empty(HsmKeys keys) {
    try {
      keys.wrap(ONE, new DataKey(dataKey()));
    } catch (HsmUnavailableException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void wrap(HsmKeys keys) {
    WrappedKey wrapped = keys.wrap(ONE, new DataKey(dataKey()));
    System.out.println(wrapped.by());
    System.out.println(HexFormat.of().formatHex(wrapped.bytes()));
  }

  /// Uses a key that the token does not let decrypt: refused, like a missing one.
  private static void refuse(HsmKeys keys, String library, String pin) throws Exception {
    Provider provider = Security.getProvider("SunPKCS11").configure("""
        --name = trial
        library = "%s"
        slotListIndex = 0
        attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
          CKA_ENCRYPT = true
          CKA_DECRYPT = false
        }
        """.formatted(library));
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, pin.toCharArray());
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
    generator.init(256);
    token.setKeyEntry("evidence-hsm-1", generator.generateKey(), null, null);
    WrappedKey wrapped = keys.wrap(ONE, new DataKey(dataKey()));
    try {
      keys.unwrap(ONE, wrapped);
    } catch (HsmUnavailableException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void unwrap(HsmKeys keys, String by, String bytes)
      throws GeneralSecurityException {
    WrappedKey wrapped = new WrappedKey(by, HexFormat.of().parseHex(bytes));
    boolean same = Arrays.equals(keys.unwrap(ONE, wrapped).bytes(), dataKey());
    System.out.println(same ? "same" : "other");
    try {
      keys.unwrap(OTHER, wrapped);
    } catch (GeneralSecurityException _) {
      System.out.println("refused");
    }
  }
}
