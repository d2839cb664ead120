package org.vigie.server.access.secrets;

/// The slow hash of a password, which says by itself how it was made.
public record EncodedPassword(String text) {
  @Override
  public String toString() {
    return "EncodedPassword[]";
  }
}
