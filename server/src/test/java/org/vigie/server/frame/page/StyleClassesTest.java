package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Checks that every class of a page has a rule, that every rule has a class on some page, and that
/// sheets stay short.
final class StyleClassesTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Path SHEETS = MAIN.resolve("resources/style");
  private static final int MOST_LINES = 300;

  /// Classes that only tests look for: the pictures for cameras.
  private static final Set<String> MARKS = Set.of("qr");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DECLARATIONS = Pattern.compile("\\{[^{}]*}");
  private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");

  /// The classes that a template names, with the expressions inside.
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:class|look)\\s*=\\s*\"((?:\\$\\{[^}]*}|[^\"])*)\"");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`\\n]*)[\"'`]");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

  private static Stream<Path> files(Path folder, String suffix) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(suffix)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(Pattern pattern, int group, Stream<String> texts) {
    return texts.flatMap(
        text -> pattern.matcher(text).results().map((MatchResult hit) -> hit.group(group)));
  }

  private static Set<String> styled() {
    Stream<String> selectors = files(SHEETS, ".css")
        .map(StyleClassesTest::read)
        .map(text -> COMMENT.matcher(text).replaceAll(""))
        .map(text -> DECLARATIONS.matcher(text).replaceAll("{}"));
    return found(CLASS, 1, selectors).collect(Collectors.toCollection(TreeSet::new));
  }

  /// The words of all texts in quotes: of templates, of the records that they show, of scripts.
  private static Set<String> named() {
    Stream<String> texts = Stream.of(
            files(MAIN.resolve("jte"), ".jte"),
            files(MAIN.resolve("java"), ".java"),
            files(MAIN.resolve("resources/static/script"), ".js"))
        .flatMap(all -> all)
        .map(StyleClassesTest::read);
    return found(WORD, 0, found(QUOTED, 1, texts)).collect(Collectors.toSet());
  }

  /// The classes that templates write as such, without those that an expression gives.
  private static Set<String> written() {
    Stream<String> attributes = found(
            WRITTEN, 1, files(MAIN.resolve("jte"), ".jte").map(StyleClassesTest::read))
        .map(text -> EXPRESSION.matcher(text).replaceAll(" "));
    return found(WORD, 0, attributes).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void classes_withRules_areNamedByAPageOrAScript() {
    assertThat(styled()).hasSizeGreaterThan(80);
    assertThat(named()).containsAll(styled());
  }

  @Test
  void classes_thatTemplatesWrite_haveRules() {
    Set<String> styled = styled();

    assertThat(written()).hasSizeGreaterThan(60);
    assertThat(written()).allMatch(name -> styled.contains(name) || MARKS.contains(name));
  }

  @Test
  void sheets_ofEveryModule_areShort() {
    assertThat(files(SHEETS, ".css"))
        .allSatisfy(sheet ->
            assertThat(read(sheet).lines().count()).as("lines").isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void sheets_ofTheFrame_haveTheirPlace() {
    List<String> names = files(SHEETS.resolve("frame"), ".css")
        .map(sheet -> sheet.getFileName().toString().replace(".css", ""))
        .toList();

    assertThat(names).containsExactlyInAnyOrderElementsOf(StyleSheet.FRAME);
  }
}
