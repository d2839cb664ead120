package org.vigie.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.ApartTransactions;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The walls inside the modules of the server; those between them are in [ModulesTest].
final class ArchitectureTest {
  private static final JavaClasses SERVER = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("org.vigie.server");

  /// Commands of an operator work on the database directly, before a server runs.
  private static final String OPERATION = "org.vigie.server.operation..";

  /// Follows the change log of the banks over a connection of its own, which waits.
  private static final String BANK_INDEX = "org.vigie.server.bank.index..";

  private static void check(ArchRule rule) {
    rule.check(SERVER);
  }

  /// Knows the failures of a database, and asks it nothing.
  private static final String OUTAGE = "org.vigie.server.frame.DatabaseOutage";

  /// A second transaction while one is open needs a second connection, which only
  /// [ApartTransactions] may wait for.
  @Test
  void transactions_ofTheirOwn_areThoseWithALaneOfTheirOwn() {
    check(noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ApartTransactions.class.getName())
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.name("setPropagationBehavior"))));
    Assertions.assertThat(SERVER.stream()
            .<HasAnnotations<?>>flatMap(
                type -> Stream.concat(Stream.of(type), type.getMethods().stream()))
            .filter(place -> place.isAnnotatedWith(Transactional.class))
            .filter(place -> place.getAnnotationOfType(Transactional.class).propagation()
                != Propagation.REQUIRED))
        .isEmpty();
  }

  /// Is a failure to get a connection, and asks nothing either.
  private static final String BUSY = "org.vigie.server.frame.LaneBusyException";

  /// Reads and makes values of columns for all stores.
  private static final String COLUMNS = "org.vigie.server.frame.Columns";

  /// Is a failure to store a text, and asks nothing either.
  private static final String UNSTORABLE = "org.vigie.server.frame.failing.UnstorableText";

  @Test
  void sql_inModules_isOnlyInStores() {
    check(noClasses()
        .that(not(resideInAnyPackage("..store..", OPERATION, BANK_INDEX)))
        .and()
        .doNotHaveFullyQualifiedName(OUTAGE)
        .and()
        .doNotHaveFullyQualifiedName(BUSY)
        .and()
        .doNotHaveFullyQualifiedName(COLUMNS)
        .and()
        .doNotHaveFullyQualifiedName(UNSTORABLE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql.."));
  }

  /// HMA defines its own words.
  @Test
  void words_ofEnums_areMadeByEnumWords() {
    Assertions.assertThat(SERVER.stream()
            .filter(not(resideInAnyPackage("org.vigie.server.hma..")))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> calls(method, Enum.class, "name"))
            .filter(method -> calls(method, String.class, "toLowerCase"))
            .map(JavaMethod::getFullName))
        .containsExactly("org.vigie.server.frame.EnumWords.of(java.lang.Enum)");
  }

  private static boolean calls(JavaMethod method, Class<?> owner, String name) {
    return method.getMethodCallsFromSelf().stream()
        .map(JavaCall::getTarget)
        .anyMatch(
            target -> target.getName().equals(name) && target.getOwner().isAssignableTo(owner));
  }

  @Test
  void moments_inRows_areReadAndWrittenByColumns() {
    check(noClasses()
        .that()
        .resideInAnyPackage("..store..")
        .should()
        .accessClassesThat()
        .belongToAnyOf(OffsetDateTime.class, Timestamp.class)
        .orShould()
        .callMethod(Instant.class, "atOffset", ZoneOffset.class)
        .orShould()
        .callMethod(ResultSet.class, "getTimestamp", String.class));
  }

  /// Configurations wire HTTP, and classes named `…Problems` give problem types their status.
  @Test
  void http_inModules_isOnlyInWeb() {
    check(noClasses()
        .that(not(resideInAnyPackage("..web..", "org.vigie.server.frame..")))
        .and()
        .haveNameNotMatching(".*(Configuration|Problems)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..",
            "org.springframework.http..",
            "org.springframework.web.bind..",
            "org.springframework.web.multipart..",
            "org.springframework.web.servlet.."));
  }

  /// The one place with a guard over addresses. Single sign-on asks the one provider that is
  /// configured, by the library's own means; commands of an operator ask the server beside them.
  @Test
  void calls_toOtherHosts_areMadeByOutboundOnly() {
    check(noClasses()
        .that()
        .resideOutsideOfPackage("org.vigie.server.outbound..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "java.net.http.."));
    check(noClasses()
        .that()
        .resideOutsideOfPackages("org.vigie.server.outbound..", OPERATION)
        .should()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Socket.class));
  }

  /// Tomcat's reader is internal to it: see `docs/adr/0019-reader-of-forms.md`.
  @Test
  void forms_withFiles_haveOneReader() {
    check(noClasses()
        .that()
        .haveNameNotMatching("org.vigie.server.frame.FormParts?(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.tomcat.util.http.fileupload.."));
  }

  private static final String UNTRUSTED = "org.vigie.server.frame.UntrustedContent";
  private static final Path SOURCES = Path.of("src/main/java");

  /// The name of the header is a constant, which the compiler copies, so this is searched for in
  /// sources.
  private static final Pattern DISPOSITION =
      Pattern.compile("CONTENT_DISPOSITION|\"Content-Disposition\"", Pattern.CASE_INSENSITIVE);

  @Test
  void files_thatLeave_areSentAsUntrusted() throws IOException {
    check(noClasses()
        .that()
        .doNotHaveFullyQualifiedName(UNTRUSTED)
        .should()
        .callConstructor(InputStreamResource.class, InputStream.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ContentDisposition.class));
    Path allowed = SOURCES.resolve(UNTRUSTED.replace('.', '/') + ".java");
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Assertions.assertThat(DISPOSITION.matcher(Files.readString(file)).find())
            .as("%s names the header", file)
            .isEqualTo(file.equals(allowed));
      }
    }
  }

  @Test
  void json_always_isSetUpInOnePlace() {
    check(noClasses()
        .that()
        .resideOutsideOfPackage("org.vigie.server.frame")
        .should()
        .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.<JavaClass>owner(
                assignableTo(TokenStreamFactory.class).or(assignableTo(ObjectMapper.class))))
            .and(JavaCall.Predicates.target(HasName.Predicates.nameMatching("builder|shared"))))
        .orShould()
        .callConstructor(JsonFactory.class)
        .orShould()
        .callConstructor(JsonMapper.class));
  }

  /// Besides transactions of their own, those with an isolation of their own, and those of commands
  /// that run without the server's beans.
  @Test
  void transactions_always_areThoseOfTheServer() {
    check(noClasses()
        .that()
        .haveNameNotMatching(
            ".*\\.(ApartTransactions|Exports|StoredApiKeys|EvidenceCheck|WrappingKeyRotation)")
        .should()
        .callConstructor(TransactionTemplate.class, PlatformTransactionManager.class));
    check(noClasses().should().beAnnotatedWith(Transactional.class));
    check(noMethods().should().beAnnotatedWith(Transactional.class));
  }

  @Test
  void controllers_always_areNamedSo() {
    check(classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .or()
        .areAnnotatedWith(RestController.class)
        .should()
        .haveSimpleNameEndingWith("Controller"));
  }

  @Test
  void tables_thatLeave_haveOneWriter() {
    check(noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.vigie.server.frame.SpreadsheetCsv")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("de.siegmar.fastcsv.writer.."));
  }

  @Test
  void stereotypes_besidesControllersAndConfigurations_areNotUsed() {
    check(noClasses().should().beAnnotatedWith(Component.class));
    check(noClasses().should().beAnnotatedWith("org.springframework.stereotype.Service"));
    check(noClasses().should().beAnnotatedWith("org.springframework.stereotype.Repository"));
    check(noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Autowired"));
  }

  @Test
  void handlers_always_sayWhoMayCallThem() {
    check(methods()
        .that()
        .areMetaAnnotatedWith(RequestMapping.class)
        .should()
        .beAnnotatedWith(Requires.class)
        .orShould()
        .beAnnotatedWith(OpenToAll.class));
  }

  @Test
  void names_always_sayWhatAThingIs() {
    check(
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)(\\$.*)?"));
  }

  @Test
  void packages_always_areNullMarked() {
    Assertions.assertThat(SERVER)
        .allMatch(
            type -> type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent());
  }

  @Test
  void records_thatArePublic_holdNoArrays() {
    check(classes()
        .that()
        .areRecords()
        .and()
        .arePublic()
        .and()
        .resideOutsideOfPackage("..store..")
        .should(new NoArrays()));
  }

  @Test
  void permissions_each_areNeededSomewhere() {
    Set<Permission> required = SERVER.stream()
        .flatMap(type -> type.getMethods().stream())
        .flatMap(method -> method.tryGetAnnotationOfType(Requires.class).stream())
        .map(Requires::value)
        .collect(Collectors.toSet());
    // checked by the first page itself, which redirects people without it
    required.add(Permission.OVERVIEW_READ);

    Assertions.assertThat(required).containsExactlyInAnyOrder(Permission.values());
  }

  /// Refuses fields that are arrays, as every receiver could change one.
  private static final class NoArrays extends ArchCondition<JavaClass> {
    private NoArrays() {
      super("have no array components");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getFields().stream()
          .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
          .filter(field -> field.getRawType().isArray())
          .forEach(field -> events.add(
              SimpleConditionEvent.violated(field, field.getFullName() + " is an array")));
    }
  }
}
