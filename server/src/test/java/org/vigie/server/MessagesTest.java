package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sentences of the screens: the same in both languages, well formed, and all there.
final class MessagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  /// A key in `text("bank.title"…` or `texts.get("bank.title"…`, unless more is appended to it.
  private static final Pattern USE = Pattern.compile(
      "(?:\\btext|texts\\(?\\)?\\s*\\.get)\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]+)\"(?!\\s*\\+)");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  /// Text that a program sends is not translated in French sentences.
  private static final Pattern HEADER = Pattern.compile("[A-Z][a-z]+: (Bearer|application/json)");

  /// A straight apostrophe, or no narrow space where one belongs.
  private static final Pattern UNFRENCH =
      Pattern.compile("'|[^\u202f][;?!»]|[^\u202f]:(?=\\s|$)|«[^\u202f]");

  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  static Stream<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_fr.properties"))
          .map(name -> name.replace("_fr.properties", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bundle_inBothLanguages_hasTheSameKeysAndPlaceholders(String bundle) {
    Properties english = load(bundle + ".properties");
    Properties french = load(bundle + "_fr.properties");

    assertThat(french.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(key -> assertThat(placeholders(french.getProperty(key)))
            .as(key)
            .isEqualTo(placeholders(english.getProperty(key))));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void sentences_ofABundle_areWellFormed(String bundle) {
    for (String file : Set.of(bundle + ".properties", bundle + "_fr.properties")) {
      Properties sentences = load(file);
      assertThat(sentences.stringPropertyNames()).allSatisfy(key -> {
        String sentence = sentences.getProperty(key);
        assertThat(sentence).as("%s: %s", file, key).isNotBlank();
        assertThat(LONE_APOSTROPHE.matcher(sentence).find())
            .as("%s: %s has an apostrophe that is not doubled", file, key)
            .isFalse();
        assertThat(new MessageFormat(sentence, Locale.ROOT)).as(key).isNotNull();
      });
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void sentences_inFrench_haveFrenchPunctuation(String bundle) {
    Properties french = load(bundle + "_fr.properties");
    assertThat(french.stringPropertyNames()).allSatisfy(key -> {
      String sentence = HEADER.matcher(french.getProperty(key)).replaceAll("");
      assertThat(UNFRENCH.matcher(sentence).find()).as("%s: %s", key, sentence).isFalse();
    });
  }

  @Test
  void keys_inTemplatesAndClasses_allExist() throws IOException {
    Set<String> known = bundles()
        .flatMap(bundle -> load(bundle + ".properties").stringPropertyNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used("src/main/jte")).isNotEmpty();
    assertThat(Stream.of("src/main/jte", "src/main/java").flatMap(root -> used(root).stream()))
        .allSatisfy(key -> assertThat(known)
            .as("%s", key)
            .anyMatch(other -> other.equals(key) || other.startsWith(key + ".")));
  }

  private static Set<String> used(String root) {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> USE.matcher(read(file)).results().map(use -> use.group(1)))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> placeholders(String sentence) {
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    return matcher.results().map(result -> result.group(1)).collect(Collectors.toSet());
  }

  /// Returns a file without its documentation, which may show invented keys.
  private static String read(Path file) {
    try {
      return Files.readString(file).replaceAll("(?m)^\\s*///.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
