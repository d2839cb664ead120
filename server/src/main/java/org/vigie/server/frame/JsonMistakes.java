package org.vigie.server.frame;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/// Describes errors in a JSON body and their place, without repeating its content.
public final class JsonMistakes {
  private static final int LONGEST_NAME = 80;
  private static final List<Kind> KINDS = List.of(
      new Kind("text", List.of(String.class)),
      new Kind("true or false", List.of(boolean.class, Boolean.class)),
      new Kind(
          "a whole number",
          List.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class)),
      new Kind("a number", List.of(double.class, float.class, Number.class)),
      new Kind("a list", List.of(Collection.class)),
      new Kind("an object", List.of(Map.class)));

  private JsonMistakes() {}

  /// Returns the refusal of JSON that a handler reads itself.
  public static ProblemException refusal(JacksonException mistake) {
    Problem problem = explain(mistake);
    return new ProblemException(problem.type(), problem.detail(), problem.fields());
  }

  public static Problem explain(JacksonException mistake) {
    if (mistake instanceof DuplicateFieldException twice) {
      return Problem.ofField(twice.path(), "This field comes twice.");
    }
    if (mistake instanceof StreamConstraintsException) {
      return beyondBounds(mistake);
    }
    if (mistake instanceof DatabindException) {
      return Problem.ofField(path(mistake), detail(mistake));
    }
    return mistake.getPath().isEmpty() || !isWrongValue(mistake)
        ? malformed(mistake.getLocation())
        : Problem.ofField(path(mistake), "This number is too large or too small.");
  }

  /// A number out of range is found by the parser although the JSON is well formed.
  private static boolean isWrongValue(JacksonException mistake) {
    return mistake instanceof InputCoercionException;
  }

  private static Problem malformed(@Nullable TokenStreamLocation where) {
    return at(where, "The body is not well-formed JSON");
  }

  /// The parser says that it is deeper or longer than anything that is read, but not always where.
  private static Problem beyondBounds(JacksonException mistake) {
    return mistake.getPath().isEmpty()
        ? at(placeOf(mistake), "The JSON is deeper or longer than any that is expected")
        : Problem.ofField(
            path(mistake), "This is deeper or longer than any value that is expected.");
  }

  private static @Nullable TokenStreamLocation placeOf(JacksonException mistake) {
    return mistake.getLocation() == null && mistake.processor() instanceof JsonParser parser
        ? parser.currentLocation()
        : mistake.getLocation();
  }

  /// The sentence names the place too, as some answers have only the sentence.
  private static Problem at(@Nullable TokenStreamLocation where, String clause) {
    return where == null
        ? new Problem(ProblemType.MALFORMED_REQUEST, clause + ".", Map.of("field", ""))
        : new Problem(
            ProblemType.MALFORMED_REQUEST,
            clause + ", at line " + where.getLineNr() + ", column " + where.getColumnNr() + ".",
            Map.of("line", where.getLineNr(), "column", where.getColumnNr()));
  }

  /// Returns `signals[3].value`; empty for the whole body.
  private static String path(JacksonException mistake) {
    return mistake.getPath().stream()
        .map(JsonMistakes::step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String step(JacksonException.Reference step) {
    String name = step.getPropertyName();
    return name == null ? "[" + step.getIndex() + "]" : "." + shortened(name);
  }

  static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static String detail(JacksonException mistake) {
    return switch (mistake) {
      case PropertyBindingException unknown -> unknown(unknown.getKnownPropertyIds());
      case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
      default -> "This value cannot be used here.";
    };
  }

  private static String unknown(@Nullable Collection<Object> known) {
    return known == null
        ? "No field has this name."
        : known.stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", ", "No field has this name; there are: ", "."));
  }

  public static String expected(@Nullable Class<?> type) {
    return Optional.<Class<?>>ofNullable(type)
        .map(JsonMistakes::words)
        .map(words -> "This has to be " + words + ".")
        .orElse("This value cannot be used here.");
  }

  private static String words(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of: ", ""));
    }
    return KINDS.stream()
        .filter(kind -> kind.types().stream().anyMatch(known -> known.isAssignableFrom(type)))
        .findFirst()
        .map(Kind::words)
        .orElse(type.isRecord() ? "an object" : "a value of another kind");
  }

  private record Kind(String words, List<Class<?>> types) {}
}
