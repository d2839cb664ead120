package org.vigie.server.bank.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.vigie.hashlist.Flaw;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.frame.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The rules for the texts of a [MemberDescription].
public final class MemberTexts {
  /// The most characters of a reference.
  public static final int MAX_REFERENCE = 512;

  /// The most characters of a source or a category.
  public static final int MAX_WORD = 255;

  /// The most characters of a note.
  public static final int MAX_NOTE = 2_000;

  /// The most characters of metadata.
  public static final int MAX_METADATA = 65_536;

  private MemberTexts() {}

  /// Returns the first defect, without the text itself.
  public static Optional<Flaw> defect(MemberDescription description) {
    return defect("member", description.reference(), MAX_REFERENCE)
        .or(() -> defect("source", description.source(), MAX_WORD))
        .or(() -> defect("category", description.category(), MAX_WORD))
        .or(() -> defect("note", description.note(), MAX_NOTE))
        .or(() -> description.metadata().flatMap(MemberTexts::metadataDefect));
  }

  private static Optional<Flaw> defect(String field, String text, int max) {
    if (text.length() > max) {
      return Optional.of(MemberDefect.TOO_LONG.of(field, max));
    }
    return text.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of(MemberDefect.NOT_STORABLE.of(field));
  }

  private static Optional<Flaw> metadataDefect(String metadata) {
    if (metadata.length() > MAX_METADATA) {
      return Optional.of(MemberDefect.TOO_LONG.of("metadata", MAX_METADATA));
    }
    return isObject(metadata) && !metadata.contains("\\u0000")
        ? Optional.empty()
        : Optional.of(MemberDefect.METADATA_NOT_AN_OBJECT.of());
  }

  private static boolean isObject(String json) {
    try {
      JsonNode read = Json.strict().readTree(json);
      return read.isObject() && isStorable(read) && UTF_8.newEncoder().canEncode(read.toString());
    } catch (JacksonException e) {
      return false;
    }
  }

  /// Returns whether every number can be stored. PostgreSQL refuses numbers out of any range, and
  /// repeats the whole line in its error.
  private static boolean isStorable(JsonNode node) {
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue());
    }
    for (JsonNode each : node) {
      if (!isStorable(each)) {
        return false;
      }
    }
    return true;
  }
}
