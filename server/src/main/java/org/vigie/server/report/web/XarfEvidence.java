package org.vigie.server.report.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The evidence in a report in XARF: plain text is kept as words of the explanation, within bounds;
/// everything else is dropped, and no byte of it is decoded. So pictures of abuse that are sent
/// against all advice are neither shown nor stored.
///
/// @param texts the kept words, each with its description
/// @param dropped the number of dropped ones
record XarfEvidence(List<String> texts, int dropped) {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_PAYLOAD = LONGEST_TEXT * 4 * 4 / 3 + 4;
  private static final int MOST_TEXTS = 3;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final Pattern PLAIN_TEXT =
      Pattern.compile("text/plain( *; *charset *= *\"?(utf-8|us-ascii)\"?)?");

  XarfEvidence {
    texts = List.copyOf(texts);
  }

  /// Reads the member `evidence`: a list, one object, or nothing.
  static XarfEvidence of(JsonNode evidence) {
    List<JsonNode> all = items(evidence);
    List<String> texts =
        all.stream().map(XarfEvidence::text).flatMap(Optional::stream).toList();
    List<String> kept = texts.subList(0, Math.min(texts.size(), MOST_TEXTS));
    return new XarfEvidence(kept, all.size() - kept.size());
  }

  private static List<JsonNode> items(JsonNode evidence) {
    if (evidence.isArray()) {
      List<JsonNode> all = new ArrayList<>();
      evidence.forEach(all::add);
      return all;
    }
    return evidence.isMissingNode() || evidence.isNull() ? List.of() : List.of(evidence);
  }

  private static Optional<String> text(JsonNode item) {
    String type = string(item, "content_type").toLowerCase(Locale.ROOT);
    String payload = string(item, "payload");
    if (!PLAIN_TEXT.matcher(type).matches() || payload.length() > LONGEST_PAYLOAD) {
      return Optional.empty();
    }
    return decoded(payload)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_TEXT)
        .filter(XarfEvidence::isReadable)
        .map(text -> Stream.of("evidence", description(item), text)
            .filter(part -> !part.isEmpty())
            .reduce((left, right) -> left + ": " + right)
            .orElseThrow());
  }

  private static String string(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isString() ? value.asString() : "";
  }

  private static String description(JsonNode item) {
    String said = string(item, "description");
    return said.length() <= LONGEST_DESCRIPTION && isReadable(said) ? said : "";
  }

  private static Optional<String> decoded(String payload) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(payload);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static boolean isReadable(String text) {
    return text.codePoints()
        .noneMatch(
            each -> Character.isISOControl(each) && each != '\n' && each != '\r' && each != '\t'
                || Character.getType(each) == Character.SURROGATE);
  }
}
