package org.vigie.server.frame.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.BodyAllowance;

/// How large the body of a request may be, and how long it may take to arrive.
///
/// @param usual for most requests
/// @param maxTextBytes of JSON or of a form without files, which are held in memory; an
///     allowance goes before it
/// @param allowances for some paths, the first that has the path counts
public record BodyLimits(Limit usual, long maxTextBytes, List<BodyAllowance> allowances) {
  private static final Set<String> TEXTS =
      Set.of("application/json", "application/x-www-form-urlencoded");

  public BodyLimits {
    allowances = List.copyOf(allowances);
  }

  /// What holds for one body.
  ///
  /// @param deadline from the first read to the end of the body
  public record Limit(long maxBytes, Duration deadline) {}

  /// Returns what holds for the body of a request.
  Limit of(HttpServletRequest request) {
    return of(request.getRequestURI(), request.getContentType());
  }

  private Limit of(String path, @Nullable String mediaType) {
    return allowances.stream()
        .filter(each -> each.paths().matcher(path).matches())
        .findFirst()
        .map(each -> new Limit(each.maxBytes(), each.deadline()))
        .orElseGet(() -> isText(mediaType) ? new Limit(maxTextBytes, usual.deadline()) : usual);
  }

  /// @param mediaType the header `Content-Type`, null where there is none
  private static boolean isText(@Nullable String mediaType) {
    if (mediaType == null) {
      return false;
    }
    int end = mediaType.indexOf(';');
    String bare = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
    return TEXTS.contains(bare.toLowerCase(Locale.ROOT));
  }
}
