package org.vigie.server.scan;

import java.util.regex.Pattern;

/// What a caller calls a submission, so that sending it again does not scan it again.
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
