package org.vigie.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;

/// One kind of content or conduct, and the measures against it.
///
/// @param key stable over revisions
/// @param names for people, in every language of the screens
/// @param dsaCategory of the DSA tree: `STATEMENT_CATEGORY_…`
/// @param dsaKeywords `KEYWORD_…`, first the one that fits best
/// @param matching when signals match, unless a bank sets other terms
/// @param measures the default measure on every surface
/// @param exact whether an equal digest of a verified bank acts at once
/// @param perceptual whether a perceptual match acts at once
public record Category(
    CategoryKey key,
    Map<Language, String> names,
    String dsaCategory,
    List<String> dsaKeywords,
    Severity severity,
    Matching matching,
    Map<Surface, ContentMeasure> measures,
    Confirmation exact,
    Confirmation perceptual) {
  public Category {
    names = Map.copyOf(names);
    dsaKeywords = List.copyOf(dsaKeywords);
    measures = Map.copyOf(measures);
  }

  /// Returns whether a match acts at once, if the bank's members are verified.
  public Confirmation confirmation(Resemblance how) {
    return switch (how) {
      case IDENTICAL -> exact;
      case SIMILAR -> perceptual;
    };
  }

  /// Returns whether such content comes in waves of many that are alike, as phishing and other
  /// scams do: then cases of any severity may be decided together.
  public boolean comesInWaves() {
    return DsaCategory.of(dsaCategory)
        .filter(DsaCategory.SCAMS_AND_FRAUD::equals)
        .isPresent();
  }

  /// Returns its name in a language of the screens.
  public String name(Language language) {
    return Objects.requireNonNull(names.get(language));
  }

  /// When a PDQ signal matches.
  ///
  /// @param radius bits, 0 to 63
  /// @param minQuality 0 to 100
  public record Matching(int radius, int minQuality) {}
}
