package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules of the server, and the page that describes them.
final class ModulesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/vigie/server");
  private static final Path PAGE = Path.of("../docs/modules.md");
  private static final Pattern DECLARED =
      Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");
  private static final Path FRESH = Path.of("target/modules.md");

  @Test
  void modules_asDeclared_keepToTheirEdges() {
    ApplicationModules.of(VigieServer.class).verify();
  }

  @Test
  void page_ofTheModules_isUpToDate() throws IOException {
    String page = page();
    Files.createDirectories(FRESH.getParent());
    Files.writeString(FRESH, page);

    assertThat(PAGE)
        .as("docs/modules.md is stale; copy server/target/modules.md over it")
        .hasContent(page);
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder("""
        # The modules of the server

        Written by a test from the `package-info.java` of each package below `org.vigie.server`. The modules that a
        module uses are declared there and verified: it uses only their root packages, and never in a circle.

        | Module | Purpose | Uses |
        | --- | --- | --- |
        """);
    for (Path module : folders(SOURCES)) {
      page.append(
          "| `%s` | %s | %s |\n".formatted(module.getFileName(), sentence(module), uses(module)));
    }
    page.append("""

        ## Their rooms

        Behaviour lives in rooms below the root package, which other modules do not use.
        """);
    for (Path module : folders(SOURCES)) {
      page.append(rooms(module));
    }
    return page.toString();
  }

  private static String rooms(Path module) throws IOException {
    StringBuilder rooms = new StringBuilder("""

        ### `%s`

        | Room | Purpose |
        | --- | --- |
        """.formatted(module.getFileName()));
    for (Path room : folders(module)) {
      rooms.append("| `%s` | %s |\n".formatted(room.getFileName(), sentence(room)));
    }
    return rooms.toString();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /// The first sentence of the package's documentation.
  private static String sentence(Path module) throws IOException {
    String text = Files.readAllLines(module.resolve("package-info.java")).stream()
        .takeWhile(line -> line.startsWith("///") && !line.equals("///"))
        .map(line -> line.substring(3).strip())
        .collect(Collectors.joining(" "));
    return text.replaceAll("\\[(\\w+)]", "`$1`").split("(?<=\\.)\\s", 2)[0];
  }

  private static String uses(Path module) throws IOException {
    Matcher declared = DECLARED.matcher(Files.readString(module.resolve("package-info.java")));
    assertThat(declared.find())
        .as("%s declares the modules that it uses", module.getFileName())
        .isTrue();
    return Arrays.stream(declared.group(1).replaceAll("[\\s\"]", "").split(",", -1))
        .filter(name -> !name.isEmpty())
        .sorted()
        .map("`%s`"::formatted)
        .collect(Collectors.joining(", "));
  }
}
