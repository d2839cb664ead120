package org.vigie.server.report.checking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The name of a sent file, as it can be shown to its sender again: without its
/// folder, and without invisible characters or ones that change the direction of text.
///
/// @param value 1 to [#LONGEST] code units
public record FileName(String value) {
  static final int LONGEST = 120;
  private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+";

  /// Reads the name as it was sent; empty if nothing of it can be shown.
  public static Optional<FileName> sent(@Nullable String sent) {
    if (sent == null) {
      return Optional.empty();
    }
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
        .replaceAll(UNSEEN, " ")
        .strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(new FileName(shortened(name)));
  }

  /// Shortens a long name, but keeps its end, which names the kind of file.
  private static String shortened(String name) {
    int half = LONGEST / 2 - 1;
    return name.length() <= LONGEST
        ? name
        : wellFormed(name.substring(0, half))
            + "…"
            + wellFormed(name.substring(name.length() - half));
  }

  private static String wellFormed(String part) {
    return part.replaceAll("\\p{Cs}", "");
  }
}
