package org.vigie.server.access;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An API key as a program sends it: `vigie_`, 12 characters that identify it, `_`, and 256
/// secret bits as 52 characters.
///
/// Only [#text()] gives the secret away; [#toString()] does not.
public final class KeyToken {
  private static final Pattern FORM = Pattern.compile("vigie_([a-z2-7]{12})_([a-z2-7]{52})");
  private static final int ID_BYTES = 8;
  private static final int ID_LENGTH = 12;
  private static final int SECRET_BYTES = 32;

  private final KeyId id;
  private final String secret;

  private KeyToken(KeyId id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  /// Makes a new key.
  ///
  /// @param random a cryptographically strong source
  public static KeyToken generate(RandomGenerator random) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return generateFor(new KeyId(Base32.encode(id).substring(0, ID_LENGTH)), random);
  }

  /// Makes another secret for a key.
  public static KeyToken generateFor(KeyId id, RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new KeyToken(id, Base32.encode(secret));
  }

  /// Reads the text that a program sent. Returns empty if it does not have the form of a key.
  public static Optional<KeyToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new KeyToken(new KeyId(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /// Returns whether a text contains a key, such as the address of a request.
  public static boolean occursIn(String text) {
    return FORM.matcher(text).find();
  }

  public KeyId id() {
    return id;
  }

  /// Returns the whole key: show it once, store it never.
  public String text() {
    return "vigie_" + id.value() + "_" + secret;
  }

  /// Returns the SHA-256 digest of the secret part.
  public byte[] digest() {
    return Sha256.of(secret);
  }

  @Override
  public String toString() {
    return "KeyToken[" + id.value() + "]";
  }
}
