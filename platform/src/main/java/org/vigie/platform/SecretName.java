package org.vigie.platform;

/// The name of a secret in the key ring, which is also that of its file.
///
/// @param value 1 to 60 of `a` to `z`, `0` to `9` and `-`, beginning with a letter
public record SecretName(String value) {
  public SecretName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "not a name of a secret, expected a-z, 0-9 and -: \"" + value + "\"");
    }
  }

  static boolean isValid(String value) {
    return value.matches("[a-z][a-z0-9-]{0,59}");
  }
}
