package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each module's SQL names only the schema of that module: other modules answer by their Java API,
/// so that each can change its tables, and its migrations can run alone.
final class SchemasTest {
  private static final Path SOURCES = Path.of("src/main/java/org/vigie/server");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /// A line that names another schema and cannot be changed, as installations have run it. The
  /// migration scan/V0004__media_without_key.sql drops its foreign key.
  private static final Path OLD_FILE = MIGRATIONS.resolve("scan/V0003__media.sql");

  private static final String OLD_LINE =
      "alter table scan.scan add column media uuid references evidence.object;";

  private static final Pattern TEXT = Pattern.compile(
      "\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\\n]*", Pattern.DOTALL);
  private static final Pattern JAVA_COMMENT = Pattern.compile("(?m)^\\s*//.*$");

  /// Words that only SQL has, or that name its objects: a message key has neither.
  private static final Pattern SQL =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table|select|references|nextval|search_path"
          + "|truncate|alter|call|lock|sequence)\\b");

  @Test
  void sql_ofAModule_namesNoOtherSchema() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : schemas()) {
      for (Path file : files(MIGRATIONS.resolve(module), ".sql")) {
        found.addAll(foreign(module, file, withoutOldLine(file, Files.readString(file))));
      }
    }
    for (Path file : files(SOURCES, ".java")) {
      String module = SOURCES.relativize(file).getName(0).toString();
      for (String text : texts(Files.readString(file))) {
        found.addAll(foreign(module, file, text));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void oldLine_isAllowedOnceAndInItsFileAlone() throws IOException {
    assertThat(Files.readString(OLD_FILE).lines()).containsOnlyOnce(OLD_LINE);
    assertThat(withoutOldLine(OLD_FILE, OLD_LINE + "\n")).isBlank();
    Path other = MIGRATIONS.resolve("scan/V0999__other.sql");
    assertThat(foreign("scan", other, withoutOldLine(other, OLD_LINE))).isNotEmpty();
    assertThat(List.of(
            OLD_LINE + "\n" + OLD_LINE,
            OLD_LINE + "\nselect 1 from evidence.hold;",
            OLD_LINE.replace(";", " on delete cascade;")))
        .allSatisfy(sql ->
            assertThat(foreign("scan", OLD_FILE, withoutOldLine(OLD_FILE, sql))).isNotEmpty());
  }

  /// Proves that a foreign key, a join, a schema in the search path and a qualified function are
  /// found, and comments, aliases and keys of messages are not.
  @Test
  void mistakes_inAnyForm_areFound() throws IOException {
    Path file = Path.of("made-up");
    assertThat(List.of(
            "media uuid references evidence.object",
            "select 1 from scan.scan join evidence.object using (evidence_id)",
            "set search_path to scan, evidence",
            "select nextval('evidence.number')",
            "update \"evidence\".\"object\" set kind = null",
            "insert into evidence . object values (1)",
            "truncate evidence.object",
            "alter index evidence.object_by_time rename to other",
            "call evidence.sweep()",
            "lock evidence.object in share mode",
            "drop sequence evidence.number"))
        .allSatisfy(sql -> assertThat(foreign("scan", file, sql)).as(sql).isNotEmpty());
    assertThat(List.of(
            "-- evidence.object holds it\nalter table scan.scan add column media uuid",
            "/* evidence.list */ select 1 from scan.scan",
            "select evidence from scan.scan",
            "evidence.act.title",
            "The evidence. From there"))
        .allSatisfy(sql -> assertThat(foreign("scan", file, sql)).as(sql).isEmpty());
    assertThat(texts(
            "call(\"one\", \"\"\"\n  two \"quoted\" words\n\"\"\"); // \"three\"\n/// \"four\""))
        .containsExactly("one", "\n  two \"quoted\" words\n", "three");
  }

  private static String withoutOldLine(Path file, String sql) {
    return file.equals(OLD_FILE)
        ? sql.replaceFirst("(?m)^" + Pattern.quote(OLD_LINE) + "$", "")
        : sql;
  }

  private static Set<String> schemas() throws IOException {
    try (Stream<Path> folders = Files.list(MIGRATIONS)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// Returns the contents of all string literals.
  private static List<String> texts(String java) {
    List<String> texts = new ArrayList<>();
    Matcher text = TEXT.matcher(JAVA_COMMENT.matcher(java).replaceAll(""));
    while (text.find()) {
      String block = text.group("block");
      texts.add(block == null ? text.group("line") : block);
    }
    return texts;
  }

  private static List<String> foreign(String module, Path file, String text) throws IOException {
    String sql = COMMENT.matcher(text).replaceAll(" ").replace("\"", "");
    List<String> found = new ArrayList<>();
    if (!SQL.matcher(sql).find()) {
      return found;
    }
    for (String schema : schemas()) {
      if (!schema.equals(module) && names(schema).matcher(sql).find()) {
        found.add("%s names the schema %s: %s".formatted(file, schema, text.strip()));
      }
    }
    return found;
  }

  private static Pattern names(String schema) {
    return Pattern.compile(
        "\\b%1$s\\s*\\.\\s*[a-z_]\\w*|search_path[^;]*\\b%1$s\\b|schema\\s+%1$s\\b"
            .formatted(schema));
  }
}
