package org.vigie.server.bank.web;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Reads the version that a caller has seen: `If-Match: "3"`, or the field `version`.
final class Versions {
  static final ProblemType VERSION_REQUIRED = new ProblemType(
      "version-required",
      HttpStatus.PRECONDITION_REQUIRED,
      "A change names the version that the caller has seen.");

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

  private Versions() {}

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  static OptionalInt seen(@Nullable String ifMatch, @Nullable Integer field) {
    if (ifMatch == null) {
      return field == null ? OptionalInt.empty() : OptionalInt.of(field);
    }
    Matcher tag = TAG.matcher(ifMatch);
    if (!tag.matches()) {
      throw ProblemException.ofField("If-Match", "This is a version in quotes.");
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }

  static int required(@Nullable String ifMatch, @Nullable Integer field) {
    return seen(ifMatch, field)
        .orElseThrow(() -> new ProblemException(
            VERSION_REQUIRED, "send If-Match, or the field version", Map.of()));
  }
}
