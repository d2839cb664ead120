package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.AntPathMatcher;

/// The tables of SECURITY.md: no door is left out, and each row names tests and settings that
/// exist.
final class SecurityTablesTest {
  private static final Path ROOT = Path.of("..");
  private static final String DOORS = "## Cost of one caller";
  private static final String INSIDERS = "## Acts that need two people";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST = Pattern.compile("[A-Z][A-Za-z0-9]*Test");
  private static final Pattern SETTING = Pattern.compile("vigie(\\.[a-z0-9-]+)+");
  private static final AntPathMatcher PATHS = new AntPathMatcher();

  /// A row of a table, its cells without the bars.
  private record Row(List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    String first() {
      return cells.getFirst();
    }

    String last() {
      return cells.getLast();
    }

    List<String> codes(int column) {
      return codesIn(cells.get(column));
    }
  }

  private static List<String> codesIn(String text) {
    return CODE.matcher(text).results().map((MatchResult code) -> code.group(1)).toList();
  }

  private static List<Row> table(String heading) throws IOException {
    String page = Files.readString(ROOT.resolve("SECURITY.md"));
    assertThat(page).contains(heading + "\n");
    String section = page.substring(page.indexOf(heading)).split("\n## ", -1)[0];
    List<Row> rows = section
        .lines()
        .filter(line -> line.startsWith("|") && !line.startsWith("| ---"))
        .skip(1)
        .map(line -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
            .map(String::strip)
            .toList())
        .map(Row::new)
        .toList();
    assertThat(rows).as(heading).hasSizeGreaterThan(5);
    return rows;
  }

  private static Stream<String[]> endpoints() throws IOException {
    Path file = Path.of("src", "test", "resources", "access", "endpoints.tsv");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1));
  }

  private static boolean isBehind(Row door, String path) {
    return door.codes(0).stream().anyMatch(pattern -> PATHS.match(pattern, path));
  }

  @Test
  void doors_everyCallOfTheServer_hasOne() throws IOException {
    List<Row> doors = table(DOORS);
    assertThat(endpoints().map(endpoint -> endpoint[1]).distinct())
        .allSatisfy(path -> assertThat(doors).as(path).anyMatch(door -> isBehind(door, path)));
  }

  @Test
  void doors_openToAll_nameStrangers() throws IOException {
    List<Row> doors = table(DOORS).stream()
        .filter(door -> door.cells().get(1).contains("stranger"))
        .toList();
    assertThat(endpoints().filter(endpoint -> endpoint[2].equals("OPEN")))
        .allSatisfy(endpoint ->
            assertThat(doors).as(endpoint[1]).anyMatch(door -> isBehind(door, endpoint[1])));
  }

  @Test
  void rows_ofBothTables_nameTestsThatExist() throws IOException {
    Set<String> existing = testClasses();
    for (String heading : List.of(DOORS, INSIDERS)) {
      for (Row row : table(heading)) {
        List<String> tests = codesIn(row.last()).stream()
            .filter(name -> TEST.matcher(name).matches())
            .toList();
        assertThat(tests).as(row.first()).isNotEmpty().allMatch(existing::contains);
      }
    }
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> files = Files.find(
        ROOT,
        20,
        (path, _) -> path.toString().contains("src/test/java")
            && path.getFileName().toString().endsWith("Test.java"))) {
      return files
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void doors_nameSettings_thatAreDocumented() throws IOException {
    String told = Files.readString(ROOT.resolve("docs/operations.md"))
        + Files.readString(ROOT.resolve("docs/hma.md"));
    assertThat(table(DOORS).stream()
            .flatMap(door -> door.cells().stream())
            .flatMap(cell -> codesIn(cell).stream())
            .filter(code -> SETTING.matcher(code).matches()))
        .isNotEmpty()
        .allSatisfy(setting -> assertThat(told).contains(setting));
  }
}
