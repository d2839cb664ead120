package org.vigie.server.access.secrets;

/// The slow hash of a password, with its algorithm.
public record EncodedPassword(String text) {
  @Override
  public String toString() {
    return "EncodedPassword[]";
  }
}
