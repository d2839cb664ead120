package org.vigie.server.outbox;

/// The scope in which effects are delivered in order: a recipient, an account, a case.
///
/// @param value 1 to 200 characters, such as `notice:` and an id; operators see it, so never a name
///     or an address
public record EffectKey(String value) {
  private static final int LONGEST = 200;

  public EffectKey {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("an effect key has 1 to 200 characters");
    }
  }
}
