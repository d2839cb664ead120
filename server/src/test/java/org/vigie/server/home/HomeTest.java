package org.vigie.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.ProblemTypes;

@ServerTest
final class HomeTest {
  private final MockMvc http;
  private final ApiKeys keys;
  private final ProblemTypes types;
  private final MessageSource messages;

  @Autowired
  HomeTest(MockMvc http, ApiKeys keys, ProblemTypes types, MessageSource messages) {
    this.http = http;
    this.keys = keys;
    this.types = types;
    this.messages = messages;
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    return http.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void home_ofANewInstallation_namesTheNextSteps() throws Exception {
    String page = page(get("/").with(TestCallers.person(Role.LIST_MANAGER)));

    assertThat(page)
        .containsSubsequence(
            "Three steps to the first match",
            "Create a bank",
            "Import its content",
            "Add a key for your messenger")
        .contains("href=\"/banks/new\"");
    assertThat(page).as("a list manager makes no keys").doesNotContain("href=\"/keys\"");
  }

  @Test
  void home_withAKey_ticksTheStep() throws Exception {
    NewKey key = keys.add(
        new Caller.Vigie(), new KeyName("messenger"), Set.of(Scope.SCAN), ApiKeys.USUAL_RATE);

    assertThat(page(get("/").with(TestCallers.person(Role.ADMINISTRATOR))))
        .doesNotContain("href=\"/keys\">Add a key")
        .contains("Done");
    keys.revoke(new Caller.Vigie(), key.key().id());
  }

  @Test
  void home_inFrench_isFrenchThroughout() throws Exception {
    assertThat(page(get("/?lang=fr").with(TestCallers.person(Role.LIST_MANAGER))))
        .contains("<html lang=\"fr\">", "Trois étapes", "Contenus connus", "Créer une banque")
        .doesNotContain("Known content");
  }

  @Test
  void navigation_onThePageItself_marksIt() throws Exception {
    assertThat(page(get("/").with(TestCallers.person(Role.REVIEWER))))
        .contains("<a href=\"/\" aria-current=\"page\">Home</a>");
  }

  @Test
  void home_ofAHotline_isItsPortal() throws Exception {
    http.perform(get("/").with(TestCallers.person(Role.FLAGGER)))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/flagger"));
  }

  @Test
  void problems_ofEveryType_areExplainedInBothLanguages() throws Exception {
    for (var type : types.all()) {
      assertThat(page(get(type.uri()).header("Accept-Language", "en")))
          .contains("What to do", type.uri().toString());
      assertThat(page(get(type.uri()).header("Accept-Language", "fr"))).contains("Que faire");
    }
  }

  @Test
  void problemDocument_ofEveryType_isUpToDate() throws IOException {
    String rows = types.all().stream()
        .sorted(Comparator.comparingInt((ProblemType type) -> type.status().value())
            .thenComparing(ProblemType::slug))
        .map(type -> "| %d | `%s` | %s | %s |\n"
            .formatted(
                type.status().value(), type.uri(), text(type, "meaning"), text(type, "remedy")))
        .collect(Collectors.joining());

    assertThat(Files.readString(Path.of("../docs/api/problems.md")))
        .as("docs/api/problems.md holds a row for each type and no other:%n%s", rows)
        .contains("| --- | --- | --- | --- |\n" + rows + "\n");
  }

  private String text(ProblemType type, String part) {
    return messages.getMessage("problem." + type.slug() + "." + part, null, Locale.ENGLISH);
  }

  @Test
  void problemTypes_ofEveryModule_areKnown() {
    List<ProblemType> constants = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.vigie.server")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(ProblemType.class))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .map(field -> (ProblemType) valueOf(field.reflect()))
            .toList();

    assertThat(constants).contains(ProblemType.NOT_READY);
    assertThat(types.all()).containsAll(constants);
  }

  private static Object valueOf(Field constant) {
    try {
      constant.setAccessible(true);
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void problem_unknown_isNotFound() throws Exception {
    http.perform(get("/problems/none")).andExpect(status().isNotFound());
  }

  @Test
  void apiDocument_always_describesKeysProblemsAndOnlyTheApi() throws Exception {
    http.perform(get("/api/docs"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.components.securitySchemes.key.scheme").value("bearer"))
        .andExpect(jsonPath("$.components.schemas.Problem.properties.type.enum")
            .value(org.hamcrest.Matchers.hasItem("/problems/not-ready")))
        .andExpect(jsonPath("$.paths.keys()")
            .value(org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.anyOf(
                org.hamcrest.Matchers.startsWith("/api/v1/"),
                org.hamcrest.Matchers.startsWith("/hma/")))))
        .andExpect(jsonPath("$.paths..responses.default").isNotEmpty());
  }
}
