package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The table of settings in `docs/operations.md` names every setting there is, and its default.
final class SettingsTableTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| (`vigie\\.[a-z.-]+` \\| (?:`[^`]*` )?\\|)", Pattern.MULTILINE);

  @Test
  void table_namesEverySettingWithItsDefault() throws Exception {
    String page = Files.readString(Path.of("../docs/operations.md"));
    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(settings().toList());
  }

  private static Stream<String> settings() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return scanner.findCandidateComponents("org.vigie.server").stream()
        .map(found -> type(String.valueOf(found.getBeanClassName())))
        .flatMap(type -> rows(type.getAnnotation(ConfigurationProperties.class).value(), type));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> rows(String prefix, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
    return IntStream.range(0, components.length)
        .boxed()
        .flatMap(i -> rows(prefix, components[i], parameters[i]));
  }

  private static Stream<String> rows(
      String prefix, RecordComponent component, Parameter parameter) {
    String name =
        prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    if (component.getType().isRecord()) {
      return rows(name, component.getType());
    }
    DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
    String value = standard == null ? "" : String.join(",", standard.value());
    return Stream.of("`" + name + "` | " + (value.isEmpty() ? "" : "`" + value + "` ") + "|");
  }
}
