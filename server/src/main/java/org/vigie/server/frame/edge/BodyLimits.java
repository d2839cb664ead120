package org.vigie.server.frame.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.BodyAllowance.Holding;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.MatchedPath;
import org.vigie.server.frame.UploadPaths;

/// How large the body of a request may be, and how long it may take to arrive. Only the path
/// decides, never the request's headers.
///
/// @param sizes on paths without an allowance
/// @param pace how bodies have to arrive
/// @param allowances for some paths, the first that has the path counts
/// @param uploads the paths that take files
public record BodyLimits(
    Sizes sizes, Pace pace, List<BodyAllowance> allowances, List<UploadPaths> uploads) {
  public BodyLimits {
    allowances = List.copyOf(allowances);
    uploads = List.copyOf(uploads);
  }

  /// How large bodies may be, in bytes.
  ///
  /// @param upload where files are taken
  /// @param call of a program, where no file is taken
  /// @param form of a page, where no file is taken
  public record Sizes(long upload, long call, long form) {}

  /// How bodies have to arrive.
  ///
  /// @param deadline from the first read to the end of the body
  /// @param bytesPerSecond on average, after the grace
  public record Pace(Duration deadline, long bytesPerSecond) {
    static final Duration GRACE = Duration.ofSeconds(10);

    /// Returns whether a body that has come so far is slower than it may be.
    boolean isTooSlow(Duration since, long bytes) {
      long counted = since.minus(GRACE).toMillis();
      return counted > 0 && bytes < counted * bytesPerSecond / 1000;
    }
  }

  /// The limits of one body.
  ///
  /// @param deadline from the first read to the end of the body
  public record Limit(long maxBytes, Duration deadline, Holding holding) {}

  /// Returns the limits for the body of a request.
  Limit of(HttpServletRequest request) {
    String path = MatchedPath.of(request).text();
    return allowances.stream()
        .filter(each -> has(each.paths(), path))
        .findFirst()
        .map(each -> new Limit(each.maxBytes(), each.deadline(), each.holding()))
        .orElseGet(() -> new Limit(usual(request, path), pace.deadline(), new Holding.Memory()));
  }

  private long usual(HttpServletRequest request, String path) {
    if (uploads.stream().anyMatch(each -> has(each.paths(), path))) {
      return sizes.upload();
    }
    return ErrorAnswers.isForPrograms(request) ? sizes.call() : sizes.form();
  }

  private static boolean has(Pattern paths, String path) {
    return paths.matcher(path).matches();
  }
}
