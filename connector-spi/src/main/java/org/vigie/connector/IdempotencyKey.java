package org.vigie.connector;

import java.util.regex.Pattern;

/// A caller's name for one request, so that sending it again has no second effect.
///
/// @param value 1 to 255 visible ASCII characters
public record IdempotencyKey(String value) {
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  public IdempotencyKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to 255 visible ASCII characters");
    }
  }
}
