package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The methods that `docs/ways.md` names exist.
final class WaysTest {
  private static final Path PAGE = Path.of("../docs/ways.md");
  private static final Pattern METHOD = Pattern.compile("`([a-z.]+\\.[A-Z]\\w*)\\.([a-z]\\w*)`");

  @Test
  void methods_onTheWays_exist() throws IOException {
    List<MatchResult> named = METHOD.matcher(Files.readString(PAGE)).results().toList();

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named)
        .filteredOn(method -> !exists(method.group(1), method.group(2)))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  private static boolean exists(String type, String method) {
    try {
      return Arrays.stream(Class.forName("org.vigie.server." + type).getDeclaredMethods())
          .anyMatch(each -> each.getName().equals(method));
    } catch (ClassNotFoundException _) {
      return false;
    }
  }
}
