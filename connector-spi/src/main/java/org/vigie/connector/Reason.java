package org.vigie.connector;

import java.util.regex.Pattern;

/// Why a messenger did not do all that it was asked for. Reviewers see it, and it is logged, so it
/// names no person and no content.
///
/// @param word 1 to 60 small letters, digits and hyphens, such as `not-an-owner`
public record Reason(String word) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  public Reason {
    if (!FORM.matcher(word).matches()) {
      throw new IllegalArgumentException("a reason has 1 to 60 small letters, digits and hyphens");
    }
  }
}
