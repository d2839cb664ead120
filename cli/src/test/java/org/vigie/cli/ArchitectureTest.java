package org.vigie.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/// The walls of the house. Each rule names its breaches; the reasons are in `CONTRIBUTING.md`.
@AnalyzeClasses(packages = "org.vigie", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule FINGERPRINT_NEEDS_ONLY_THE_JDK = classes()
      .that()
      .resideInAPackage("org.vigie.fingerprint..")
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(
          "org.vigie.fingerprint..",
          "java.io..",
          "java.lang..",
          "java.math..",
          "java.nio..",
          "java.security..",
          "java.util..",
          "jdk.incubator.vector..",
          "org.jspecify..",
          ""));

  @ArchTest
  static final ArchRule CONNECTORS_NEED_ONLY_THE_JDK = classes()
      .that()
      .resideInAPackage("org.vigie.connector..")
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(
          "org.vigie.connector..",
          "java.io..",
          "java.lang..",
          "java.time..",
          "java.util..",
          "org.jspecify..",
          ""));

  @ArchTest
  static final ArchRule INDEX_NEEDS_ONLY_THE_JDK_AND_FINGERPRINT = classes()
      .that()
      .resideInAPackage("org.vigie.index..")
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(
          "org.vigie.index..",
          "org.vigie.fingerprint..",
          "java.io..",
          "java.lang..",
          "java.math..",
          "java.nio..",
          "java.security..",
          "java.util..",
          "jdk.incubator.vector..",
          "org.jspecify..",
          ""));

  @ArchTest
  static final ArchRule ONLY_MEDIA_AND_TESTKIT_DECODE = noClasses()
      .that(
          not(resideInAnyPackage("org.vigie.media..", "org.vigie.testkit..", "org.vigie.bench..")))
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.awt..", "javax.imageio..", "org.bytedeco..", "com.twelvemonkeys..");

  @ArchTest
  static final ArchRule HASH_LISTS_NEED_ONLY_FINGERPRINT = noClasses()
      .that()
      .resideInAPackage("org.vigie.hashlist..")
      .should()
      .dependOnClassesThat(resideInAPackage("org.vigie..")
          .and(not(resideInAnyPackage("org.vigie.hashlist..", "org.vigie.fingerprint.."))));

  @ArchTest
  static final ArchRule HASH_LISTS_READ_CSV_AND_JSON_BY_TWO_SMALL_LIBRARIES = classes()
      .that()
      .resideInAPackage("org.vigie.hashlist..")
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(
          "org.vigie.hashlist..",
          "org.vigie.fingerprint..",
          "de.siegmar.fastcsv.reader..",
          "com.fasterxml.jackson.core..",
          "java.io..",
          "java.lang..",
          "java.nio..",
          "java.util..",
          "org.jspecify..",
          ""));

  @ArchTest
  static final ArchRule FILES_KNOW_NOTHING_OF_THE_COMMANDS = noClasses()
      .that()
      .resideInAPackage("org.vigie.cli.files..")
      .should()
      .dependOnClassesThat(resideInAPackage("org.vigie..")
          .and(not(resideInAnyPackage("org.vigie.cli.files..", "org.vigie.fingerprint.."))));

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_COMMANDS = noClasses()
      .that(not(resideInAnyPackage("org.vigie.cli..", "org.vigie.bench..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.vigie.cli..");

  @ArchTest
  static final ArchRule PRODUCTION_NEVER_USES_THE_TESTKIT = noClasses()
      .that(not(resideInAnyPackage("org.vigie.testkit..", "org.vigie.bench..")))
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.vigie.testkit..");

  @ArchTest
  static final ArchRule ONLY_MAIN_TOUCHES_THE_PROCESS = noClasses()
      .that()
      .doNotHaveFullyQualifiedName("org.vigie.cli.Main")
      .and()
      .resideOutsideOfPackage("org.vigie.bench..")
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(System.class, "exit", int.class)
      .orShould()
      .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule NOBODY_LOGS_BY_THE_JDK =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)(\\$.*)?");

  @ArchTest
  static final ArchRule PUBLIC_RECORDS_HOLD_NO_ARRAYS =
      classes().that().areRecords().and().arePublic().should(haveNoArrayComponents());

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().that(alwaysTrue()).should(resideInANullMarkedPackage());

  private ArchitectureTest() {}

  private static ArchCondition<JavaClass> haveNoArrayComponents() {
    return new ArchCondition<>("have no array components") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> field.getRawType().isArray())
            .forEach(field -> events.add(
                SimpleConditionEvent.violated(field, field.getFullName() + " is an array")));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getPackage().tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
          events.add(SimpleConditionEvent.violated(
              type, type.getPackageName() + " lacks @NullMarked in its package-info.java"));
        }
      }
    };
  }
}
