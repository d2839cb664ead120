package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.frame.Page;

/// Every look at names or words of people is in the ledger: each handler is classed, and the
/// classes hold.
@ServerTest
final class LookTest {
  /// Those that write their own entry, which their own tests check.
  private static final List<String> BY_HANDLER = List.of(
      "/api/v1/banks/{name}/export",
      "/banks/{name}/export",
      "/evidence",
      "/evidence/{id}",
      "/evidence/{id}/grants/{grant}/content",
      "/evidence/{id}/grants/{grant}/copy",
      "/ledger/csv",
      "/people/{id}",
      "/review/cases/{id}/media/{evidence}",
      "/scans",
      "/scans/{id}");

  private final MockMvc http;
  private final RequestMappingHandlerMapping mapping;
  private final JdbcClient jdbc;

  @Autowired
  LookTest(
      MockMvc http,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      JdbcClient jdbc) {
    this.http = http;
    this.mapping = mapping;
    this.jdbc = jdbc;
  }

  /// Something that can be asked for.
  private record Endpoint(RequestMethod verb, String path, HandlerMethod handler) {
    Look.Kind kind() {
      return Objects.requireNonNull(handler.getMethodAnnotation(Look.class), path)
          .value();
    }

    boolean isGet() {
      return verb == RequestMethod.GET;
    }

    /// A form is answered with a page where it is shown again; an `Object` may be one.
    boolean shows() {
      String type = handler.getMethod().getGenericReturnType().getTypeName();
      return isGet() || type.contains("Page") || type.equals("java.lang.Object");
    }
  }

  private Stream<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    mapping.getHandlerMethods().forEach((RequestMappingInfo how, HandlerMethod handler) -> {
      if (handler.getBeanType().getPackageName().startsWith("org.vigie.")
          && handler.hasMethodAnnotation(Requires.class)) {
        how.getPatternValues()
            .forEach(path -> how.getMethodsCondition()
                .getMethods()
                .forEach(verb -> all.add(new Endpoint(verb, path, handler))));
      }
    });
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(Page.class).isInterface();
    return all.stream();
  }

  @Test
  void handler_thatShowsSomething_saysWhetherTheLookIsRecorded() {
    assertThat(endpoints().filter(Endpoint::shows))
        .allSatisfy(each -> assertThat(each.handler().hasMethodAnnotation(Look.class))
            .as("%s %s has @Look", each.verb(), each.path())
            .isTrue());
  }

  @Test
  void handlers_thatRecordByThemselves_areThese() {
    assertThat(endpoints()
            .filter(each -> each.handler().hasMethodAnnotation(Look.class))
            .filter(each -> each.kind() == Look.Kind.RECORDED_BY_HANDLER)
            .map(Endpoint::path)
            .distinct())
        .containsExactlyInAnyOrderElementsOf(BY_HANDLER);
  }

  @Test
  void pages_thatAreRecorded_haveTheirEntryBeforeTheyAreMade() throws Exception {
    List<Endpoint> recorded = endpoints()
        .filter(Endpoint::isGet)
        .filter(each -> each.kind() == Look.Kind.RECORDED)
        .toList();
    assertThat(recorded).hasSizeGreaterThan(12);
    for (Endpoint each : recorded) {
      PersonId viewer = new PersonId(UUID.randomUUID());
      String path = each.path().replaceAll("\\{[^}]*\\}", "00000000-0000-4000-8000-000000000009");
      http.perform(get(path)
          .param("about", "words of somebody")
          .with(TestCallers.person(viewer, Role.values())));
      assertThat(entries(viewer))
          .as(each.path())
          .singleElement()
          .satisfies(entry -> assertThat(entry)
              .startsWith("page opened ")
              .contains("about=given")
              .doesNotContain("words"));
    }
  }

  @Test
  void parameters_typedByPeople_areNeverRepeated() throws Exception {
    PersonId viewer = new PersonId(UUID.randomUUID());
    http.perform(get("/people")
        .param("about", "33612345678")
        .param("x", "JEAN_DUPONT")
        .param("page", "2")
        .with(TestCallers.person(viewer, Role.ADMINISTRATOR)));
    assertThat(entries(viewer))
        .singleElement()
        .satisfies(entry -> assertThat(entry)
            .contains("about=given", "x=given", "page=2")
            .doesNotContain("33612345678", "JEAN_DUPONT"));
  }

  @Test
  void portal_ofFlaggers_isRecorded() {
    assertThat(endpoints()
            .filter(each -> each.path().matches("/flagger(/.*)?"))
            .filter(Endpoint::shows))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Look.Kind.RECORDED));
  }

  @Test
  void page_whoseEntryCannotBeWritten_isNotShown() throws Exception {
    PersonId viewer = new PersonId(UUID.randomUUID());
    jdbc.sql("alter table access.ledger add constraint refused check (act <> 'page opened')"
            + " not valid")
        .update();
    try {
      int status = http.perform(get("/people").with(TestCallers.person(viewer, Role.ADMINISTRATOR)))
          .andReturn()
          .getResponse()
          .getStatus();
      assertThat(status).isEqualTo(500);
    } finally {
      jdbc.sql("alter table access.ledger drop constraint refused").update();
    }
  }

  private List<String> entries(PersonId viewer) {
    return jdbc.sql("select act || ' ' || subject || ' ' || detail from access.ledger"
            + " where caller = :caller and act = 'page opened'")
        .param("caller", "person:" + viewer.value())
        .query(String.class)
        .list();
  }
}
