package org.vigie.server.bank;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the texts of a [MemberDescription] may be.
public final class MemberTexts {
  /// The most characters of a reference.
  public static final int MAX_REFERENCE = 512;

  /// The most characters of a source or a category.
  public static final int MAX_WORD = 255;

  /// The most characters of a note.
  public static final int MAX_NOTE = 2_000;

  /// The most characters of metadata.
  public static final int MAX_METADATA = 65_536;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MemberTexts() {}

  /// Returns the first thing that is wrong, as an English clause without the text itself.
  public static Optional<String> defect(MemberDescription description) {
    return defect("member", description.reference(), MAX_REFERENCE)
        .or(() -> defect("source", description.source(), MAX_WORD))
        .or(() -> defect("category", description.category(), MAX_WORD))
        .or(() -> defect("note", description.note(), MAX_NOTE))
        .or(() -> description.metadata().flatMap(MemberTexts::metadataDefect));
  }

  private static Optional<String> defect(String field, String text, int max) {
    if (text.length() > max) {
      return Optional.of(field + " has more than " + max + " characters");
    }
    return text.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of(field + " has a character that cannot be stored");
  }

  private static Optional<String> metadataDefect(String metadata) {
    if (metadata.length() > MAX_METADATA) {
      return Optional.of("metadata has more than " + MAX_METADATA + " characters");
    }
    return isObject(metadata) && !metadata.contains("\\u0000")
        ? Optional.empty()
        : Optional.of("metadata is not a JSON object");
  }

  private static boolean isObject(String json) {
    try {
      return JSON.readTree(json).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
