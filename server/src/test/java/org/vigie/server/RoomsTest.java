package org.vigie.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rooms below each module: only the module itself uses them, and other modules use everything
/// that a module offers.
final class RoomsTest {
  private static final String SERVER = "org.vigie.server";
  private static final Path SOURCES = Path.of("src/main/java/org/vigie/server");
  private static final Path ARCHITECTURE = Path.of("../ARCHITECTURE.md");
  private static final String BEGIN = "<!-- rooms: written by RoomsTest -->\n";
  private static final String END = "<!-- end of rooms -->";

  /// The public types of root packages that no other module uses yet, each with the module to come
  /// that needs it, or with its user outside the modules.
  private static final Map<String, String> USED_ELSEWHERE = Map.ofEntries(
      // used where ArchUnit does not look: in lambdas, in a catch clause, outside the server
      entry("access.Role", "the demonstration and tests of pages give people roles"),
      entry("bank.IndexNotLoadedException", "what KnownContent throws"),
      entry("evidence.CustodyAct", "part of CustodyEntry"),
      entry("frame.ApiDocument", "modules add to the API document by lambdas"),
      entry("frame.DuplicateFieldException", "bank catches it"),
      entry("frame.MalformedFormException", "scan and report catch it"),
      entry("report.Ground", "review shows it as an enum of any kind"),
      entry("scan.OpaqueSignal", "one of the signals of MediaSignal"),
      entry("operation.Main", "the launcher starts it"),
      // for modules to come
      entry("bank.MemberSetAside", "exchange: tells the source of the list"),
      entry("evidence.EvidenceSealed", "order: counts what was sealed for an order"),
      entry("evidence.Hold", "order: holds what an authority wants preserved"),
      entry("evidence.HoldId", "order: releases a hold"),
      entry("policy.PolicyRevised", "transparency: dates the rules that it reports on"),
      entry("review.DecidedAs", "transparency: counts decisions by role"),
      entry("review.Reversals", "appeal and order: reverse decisions"),
      entry("review.Stage", "transparency: counts first and second decisions"));

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages(SERVER);

  @Test
  void rooms_ofAModule_areEnteredByItAlone() {
    Set<String> intruders = CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(RoomsTest::entersARoomOfAnother)
        .map(use ->
            use.getOriginClass().getName() + " uses " + use.getTargetClass().getName())
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(intruders).isEmpty();
  }

  private static boolean entersARoomOfAnother(Dependency use) {
    Optional<String> entered = module(use.getTargetClass());
    return entered.isPresent()
        && !isRoot(use.getTargetClass())
        && !entered.equals(module(use.getOriginClass()));
  }

  @Test
  void publicTypes_ofRootPackages_areUsedByOtherModulesOrNamedHere() {
    Set<String> unused = CLASSES.stream()
        .filter(RoomsTest::isRoot)
        .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(Predicate.not(RoomsTest::isUsedByAnotherModule))
        .map(type -> type.getName().substring(SERVER.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unused)
        .as("a type that nobody uses belongs in a room; one that is used leaves this list")
        .isEqualTo(USED_ELSEWHERE.keySet());
  }

  /// A type inside another one counts as that one.
  private static boolean isUsedByAnotherModule(JavaClass type) {
    return CLASSES.stream()
        .filter(part -> part.getName().equals(type.getName())
            || part.getName().startsWith(type.getName() + "$"))
        .flatMap(part -> part.getDirectDependenciesToSelf().stream())
        .anyMatch(use -> !module(use.getOriginClass()).equals(module(type)));
  }

  private static boolean isRoot(JavaClass type) {
    return module(type)
        .filter(name -> type.getPackageName().equals(SERVER + "." + name))
        .isPresent();
  }

  /// Returns the module of a class of the server; empty for classes above the modules.
  private static Optional<String> module(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(SERVER + ".")
        ? Optional.of(name.substring(SERVER.length() + 1).split("\\.", -1)[0])
        : Optional.empty();
  }

  @Test
  void map_ofTheRooms_isUpToDate() throws IOException {
    String page = Files.readString(ARCHITECTURE);
    String map = map();

    assertThat(page).contains(BEGIN, END);
    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .as("the map in ARCHITECTURE.md is stale; put this in its place:\n%s", map)
        .isEqualTo(map);
  }

  private static String map() throws IOException {
    StringBuilder map = new StringBuilder("| Module | Its rooms |\n| --- | --- |\n");
    for (Path module : folders(SOURCES)) {
      String rooms = folders(module).stream()
          .map(room -> "`" + room.getFileName() + "`")
          .collect(Collectors.joining(", "));
      map.append("| `%s` | %s |\n".formatted(module.getFileName(), rooms));
    }
    return map.toString();
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }
}
