package org.vigie.server.scan;

import java.util.regex.Pattern;

/// Names a submission, so that a repeated submission is not scanned again.
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
