package org.vigie.server.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The table of settings in `docs/operations.md` names every setting there is, and its default.
final class SettingsTableTest {
  private static final Pattern ROW = Pattern.compile(
      "^\\| (`vigie\\.[a-z.-]+(?:NAME[a-z.-]+)?` \\| (?:`[^`]*` )?\\|)", Pattern.MULTILINE);

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
        .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
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
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> rows(prefix, type, component));
  }

  private static Stream<String> rows(String prefix, Class<?> type, RecordComponent component) {
    String name =
        prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    if (component.getType().isRecord()) {
      return rows(name, component.getType());
    }
    if (component.getGenericType() instanceof ParameterizedType map
        && map.getRawType() == Map.class) {
      return rows(name + ".NAME", (Class<?>) map.getActualTypeArguments()[1]);
    }
    String standard = standard(type, component);
    return Stream.of("`" + name + "` | " + (standard.isEmpty() ? "" : "`" + standard + "` ") + "|");
  }

  private static String standard(Class<?> type, RecordComponent component) {
    int index = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .toList()
        .indexOf(component.getName());
    DefaultValue value = canonical(type).getParameters()[index].getAnnotation(DefaultValue.class);
    return value == null ? "" : String.join(",", value.value());
  }

  private static Constructor<?> canonical(Class<?> type) {
    Class<?>[] components = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(components);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("a record has a canonical constructor", e);
    }
  }
}
