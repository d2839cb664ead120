package org.vigie.server.report.form;

import java.util.Optional;
import org.vigie.server.frame.EnumWords;

/// A service that helps victims: `docs/support-services.md` names the source of the list.
///
/// @param country its ISO 3166-1 code; empty for a service for every country
/// @param audience whom it helps
/// @param phone as people dial it in that country; perhaps none
/// @param address of its pages, in its own language
public record SupportService(
    Optional<String> country,
    Audience audience,
    String name,
    Optional<String> phone,
    String address) {
  /// Whom a service helps.
  public enum Audience {
    /// Children, young people, and adults who worry about one.
    MINORS,
    /// Adults who are shown in an intimate picture.
    ADULTS,
    /// Removes pictures of people under 18 from services.
    REMOVAL_MINORS,
    /// Removes pictures of adults from services.
    REMOVAL_ADULTS;

    static Audience ofWord(String word) {
      return EnumWords.stored(Audience.class, word);
    }
  }
}
