package org.vigie.server.scan.web;

import java.util.Arrays;
import java.util.Map;
import org.vigie.server.frame.Json;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON of an expected form and refuses everything else, naming the field.
///
/// Readers walk through objects with [#nextField], which refuses no field: they refuse fields that
/// they do not know ([#unknown]) and fields that come twice ([#once]). Depth, names, numbers and
/// strings are bounded. Threads: one at a time.
final class StrictJson implements AutoCloseable {
  private static final int MOST_DEPTH = 8;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NUMBER = 20;
  private static final int LONGEST_STRING = 1_024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final JsonFactory FACTORY = Json.bounded(StreamReadConstraints.builder()
      .maxNestingDepth(MOST_DEPTH)
      .maxNameLength(LONGEST_NAME)
      .maxNumberLength(LONGEST_NUMBER)
      .maxStringLength(LONGEST_STRING)
      .build());

  private final JsonParser parser;
  private final String root;

  private StrictJson(JsonParser parser, String root) {
    this.parser = parser;
    this.root = root;
  }

  /// Reads one document.
  interface Reader<T> {
    T read(StrictJson json);
  }

  /// Reads a whole document.
  ///
  /// @param root the name of the document in problems: the empty string for a body, the name of a
  ///     part for a part
  /// @throws ProblemException if it is not of the expected form, or something follows it
  static <T> T read(byte[] json, String root, Reader<T> reader) {
    checkNoByteOrderMark(json, root);
    try (StrictJson strict =
        new StrictJson(FACTORY.createParser(ObjectReadContext.empty(), json), root)) {
      try {
        T value = reader.read(strict);
        strict.checkEnd();
        return value;
      } catch (JacksonException e) {
        throw strict.malformed();
      }
    }
  }

  /// JSON that is exchanged must not begin with one (RFC 8259, section 8.1).
  private static void checkNoByteOrderMark(byte[] json, String root) {
    int mark = Arrays.mismatch(json, BYTE_ORDER_MARK);
    if (mark == -1 || mark == BYTE_ORDER_MARK.length) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST,
          "The JSON begins with a byte order mark.",
          Map.of("field", root));
    }
  }

  private void checkEnd() {
    if (parser.nextToken() != null) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "Something follows the JSON.", Map.of("field", root));
    }
  }

  /// The parser's message may quote the request, so the problem names only the place.
  private ProblemException malformed() {
    TokenStreamLocation at = parser.currentLocation();
    return new ProblemException(
        ProblemType.MALFORMED_REQUEST,
        "The JSON has a mistake, or is deeper or longer than any that is expected.",
        Map.of("field", path(), "line", at.getLineNr(), "column", at.getColumnNr()));
  }

  /// Begins the object that comes next.
  void beginObject(String expected) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refused(expected);
    }
  }

  /// Begins the array that comes next.
  void beginArray(String expected) {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw refused(expected);
    }
  }

  /// Moves to the next field of the object; returns its name, or the empty string at the end.
  ///
  /// @throws ProblemException for a field whose name is empty
  String nextField() {
    String name = parser.nextName();
    if (name == null) {
      return "";
    }
    if (name.isEmpty()) {
      throw unknown();
    }
    return name;
  }

  /// Moves to the next element of the array and returns whether there is one, which has to be an
  /// object.
  boolean nextObject(String expected) {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.END_ARRAY && token != JsonToken.START_OBJECT) {
      throw refused(expected);
    }
    return token == JsonToken.START_OBJECT;
  }

  /// Moves to the next element of the array and returns whether there is one, which has to be a
  /// text: [#currentText].
  boolean nextText(String expected) {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.END_ARRAY && token != JsonToken.VALUE_STRING) {
      throw refused(expected);
    }
    return token == JsonToken.VALUE_STRING;
  }

  String currentText() {
    return parser.getString();
  }

  /// Reads the text that comes next.
  String text(String expected) {
    if (parser.nextToken() != JsonToken.VALUE_STRING) {
      throw refused(expected);
    }
    return parser.getString();
  }

  /// Reads the whole number that comes next.
  int number(String expected, int least, int most) {
    if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT) {
      throw refused(expected);
    }
    int number = parser.getIntValue();
    if (number < least || number > most) {
      throw refused(expected);
    }
    return number;
  }

  /// Refuses a field that has been read before.
  void once(boolean isFirst) {
    if (!isFirst) {
      throw refused("This field comes twice.");
    }
  }

  /// Returns the refusal of a field that is not known.
  ProblemException unknown() {
    return refused("There is no such field.");
  }

  /// Returns the refusal of the value that was read last.
  ProblemException refused(String why) {
    return ProblemException.ofField(path(), why);
  }

  /// Returns the path of the reader: `signals[3].value`.
  String path() {
    TokenStreamContext place = parser.streamReadContext();
    return place.inArray() && place.hasCurrentIndex()
        ? path(place) + "[" + place.getCurrentIndex() + "]"
        : path(place);
  }

  private String path(TokenStreamContext place) {
    TokenStreamContext outer = place.getParent();
    if (outer == null) {
      return root;
    }
    String before = path(outer);
    if (outer.inArray()) {
      before = before + "[" + outer.getCurrentIndex() + "]";
    }
    return place.inObject() && place.currentName() != null
        ? before + (before.isEmpty() ? "" : ".") + place.currentName()
        : before;
  }

  @Override
  public void close() {
    parser.close();
  }
}
