package org.vigie.server.outbox;

import java.util.regex.Pattern;

/// Which handler delivers an effect.
///
/// @param value 1 to 100 lowercase letters, digits and hyphens, such as `reporter-mail`; stored, so
///     never renamed
public record EffectKind(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,99}");

  public EffectKind {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an effect kind is a short lowercase name");
    }
  }
}
