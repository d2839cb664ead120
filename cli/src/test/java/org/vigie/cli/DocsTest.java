package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.media.LumaSources;

/// The documents are true: links lead somewhere, commands exist.
class DocsTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\\R(.*?)^ *```");
  private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  /// The first column of a table; words in parentheses tell homonyms apart.
  private static final Pattern WORDS = Pattern.compile("(?m)^\\| (?!Word \\||-)([^|]+) \\|");

  private static final Pattern SEVERAL = Pattern.compile(", ");
  private static final Pattern COMMAND = Pattern.compile("\\./vigie +([a-z]+)");
  private static final Pattern EXTERNAL = Pattern.compile("^[a-z]+:.*");
  private static final Console NO_CONSOLE = new Console(
      new PrintStream(OutputStream.nullOutputStream()),
      new PrintStream(OutputStream.nullOutputStream()),
      false);
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".vigie", "node_modules");

  @ParameterizedTest
  @MethodSource("documents")
  void document_relativeLinks_leadSomewhere(Path document) throws IOException {
    String text = INLINE_CODE
        .matcher(FENCED.matcher(Files.readString(document)).replaceAll(""))
        .replaceAll("");
    List<String> broken = LINK.matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(link -> !EXTERNAL.matcher(link).matches())
        .filter(link -> !leadsSomewhere(document, link))
        .toList();
    assertThat(broken).as("broken links in %s", document).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "docs/demo.md",
        "docs/files.md",
        "docs/operations.md"
      })
  void document_commands_exist(String document) throws IOException {
    Set<String> known = VigieCommand.commandLine(NO_CONSOLE, LumaSources.inProcess())
        .getSubcommands()
        .keySet();
    List<String> used = COMMAND
        .matcher(Files.readString(Repository.ROOT.resolve(document)))
        .results()
        .map(command -> command.group(1))
        .toList();
    assertThat(used).isNotEmpty().allMatch(known::contains);
  }

  @Test
  void vocabulary_everyWord_standsOnce() {
    assertThat(WORDS
            .matcher(read(Repository.ROOT.resolve("docs/vocabulary.md")))
            .results()
            .flatMap(row -> SEVERAL.splitAsStream(row.group(1).toLowerCase(Locale.ROOT))))
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
  }

  private static boolean leadsSomewhere(Path document, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0 || anchors(target).contains(link.substring(hash + 1));
  }

  /// Returns the anchors that the hosting platforms make of headings.
  private static Set<String> anchors(Path document) {
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(FENCED.matcher(read(document)).replaceAll(""))
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .forEach(anchor -> addNumbered(anchors, anchor));
    return anchors;
  }

  private static void addNumbered(Set<String> anchors, String anchor) {
    if (anchors.add(anchor)) {
      return;
    }
    int n = 1;
    while (!anchors.add(anchor + "-" + n)) {
      n++;
    }
  }

  static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return NOT_OURS.contains(directory.getFileName().toString())
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.toString().endsWith(".md")) {
          documents.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return documents.stream().sorted();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
