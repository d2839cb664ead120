package org.vigie.server.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.server.frame.EnumWords;

/// The optional questions of the form, in their order; each is answered by one line of text.
///
/// Form, call, check, table, deletion and case page all read this list: `docs/extending.md` lists
/// the files that a new question touches.
public enum Detail {
  /// When the reporter saw the content.
  SEEN;

  /// How many characters an answer can have.
  public static final int LONGEST = 255;

  /// Returns its stable name, in forms, calls and rows.
  public String word() {
    return EnumWords.of(this);
  }

  /// Returns the key of the question in words.
  public String textKey() {
    return "report.field." + word();
  }

  /// Finds a detail by its word.
  public static Optional<Detail> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// Reads the answers that were typed.
  ///
  /// @param value returns the value of a field by its word, the empty text where there is none
  public static Map<Detail, String> read(UnaryOperator<String> value) {
    Map<Detail, String> said = new EnumMap<>(Detail.class);
    for (Detail detail : values()) {
      said.put(detail, value.apply(detail.word()).strip());
    }
    return answered(said);
  }

  /// Returns the answers that are not empty, in the order of the questions.
  public static Map<Detail, String> answered(Map<Detail, String> said) {
    Map<Detail, String> answered = new EnumMap<>(Detail.class);
    said.forEach((detail, text) -> {
      if (!text.isEmpty()) {
        answered.put(detail, text);
      }
    });
    return Collections.unmodifiableMap(answered);
  }
}
