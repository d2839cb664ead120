package org.vigie.server.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Queries that compare an account, a room or a message compare the messenger as well.
final class SubjectQueriesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern COMPARES = Pattern.compile("\\b(account|room|message)\\s*=\\s");
  private static final Pattern WITHIN_ONE = Pattern.compile("\\bmessenger\\s*=\\s");

  @Test
  void queries_thatCompareReferences_compareTheMessenger() throws IOException {
    List<String> comparing;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      comparing = files
          .filter(file -> file.getFileName().toString().endsWith(".java"))
          .flatMap(SubjectQueriesTest::textBlocks)
          .filter(text -> COMPARES.matcher(text).find())
          .toList();
    }

    assertThat(comparing)
        .as("open cases, strikes and the history of an account")
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(query -> WITHIN_ONE.matcher(query).find());
  }

  private static Stream<String> textBlocks(Path file) {
    try {
      return TEXT_BLOCK.matcher(Files.readString(file)).results().map(SubjectQueriesTest::inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inner(MatchResult block) {
    return block.group(1);
  }
}
