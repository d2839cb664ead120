package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The types, their explanations and the document that lists them.
final class ProblemTypesTest {
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("messages/frame", Locale.ROOT);

  @Test
  void types_ofTheFrame_haveSlugsOfTheirOwn() {
    assertThat(ProblemType.OF_THE_FRAME).extracting(ProblemType::slug).doesNotHaveDuplicates();
  }

  @Test
  void types_asConstants_areAllListed() {
    var constants = Stream.of(ProblemType.class.getFields())
        .filter(field -> field.getType() == ProblemType.class)
        .map(field -> {
          try {
            return field.get(null);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        });

    assertThat(constants).containsExactlyInAnyOrderElementsOf(ProblemType.OF_THE_FRAME);
  }

  @Test
  void document_ofTheTypes_isUpToDate() throws IOException {
    String rows = ProblemType.OF_THE_FRAME.stream()
        .map(type -> "| %d | `%s` | %s | %s |\n"
            .formatted(
                type.status().value(), type.uri(), text(type, "meaning"), text(type, "remedy")))
        .collect(Collectors.joining());

    assertThat(Files.readString(Path.of("../docs/api/problems.md")))
        .as("docs/api/problems.md holds a row for each type:%n%s", rows)
        .contains("| --- | --- | --- | --- |\n" + rows);
  }

  private static String text(ProblemType type, String part) {
    return ENGLISH.getString("problem." + type.slug() + "." + part);
  }
}
