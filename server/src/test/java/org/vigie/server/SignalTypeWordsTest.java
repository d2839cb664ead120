package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.SignalTypes;

/// The server asks signal types how their signals compare, and never compares a type's identifier
/// with a text: a signal type that is added needs no change of pages, cases or tables.
final class SignalTypeWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /// Text blocks are examples of JSON and statements; comments are for people.
  private static final Pattern IGNORED =
      Pattern.compile("\"\"\".*?\"\"\"|^\\s*///?.*?$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile(
      SignalTypes.installed().ids().stream()
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "\"(?:", ")\"")),
      Pattern.CASE_INSENSITIVE);

  /// Stores of content that is no signal: these name a column, which holds the digest of an object
  /// or of a policy.
  private static final Set<Path> COLUMNS = Set.of(
      Path.of("org/vigie/server/evidence/store/ObjectStore.java"),
      Path.of("org/vigie/server/policy/store/PolicyStore.java"));

  @Test
  void code_ofTheServer_namesNoSignalTypeByAText() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> naming = files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> namesAType(text(file)))
          .map(SOURCES::relativize)
          .toList();
      assertThat(naming).containsExactlyInAnyOrderElementsOf(COLUMNS);
    }
  }

  /// Proves that a comparison is found, and an example or a comment is not.
  @Test
  void mistakes_inAnyForm_areFound() {
    assertThat(List.of(
            "match.signalType().equals(\"pdq\")",
            "private static final String PDQ = \"pdq\";",
            "type.equalsIgnoreCase(\"PDQ\")",
            "case \"pdq\" -> true;",
            "\"md5\".equals(type)",
            "type.equals(\"sha256\")"))
        .allMatch(SignalTypeWordsTest::namesAType);
    assertThat(List.of(
            "/// The type, such as \"pdq\".",
            "String example = \"\"\"\n    {\"type\": \"pdq\"}\n    \"\"\";",
            "frame.text(\"bank.error.not-pdq\")"))
        .noneMatch(SignalTypeWordsTest::namesAType);
  }

  private static boolean namesAType(String source) {
    return WORD.matcher(IGNORED.matcher(source).replaceAll("")).find();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
