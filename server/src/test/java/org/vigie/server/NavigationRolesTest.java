package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Section;

/// The navigation leads to every page that stands at the top of a path, and shows each role the
/// links that it may open, and no other.
@ServerTest
final class NavigationRolesTest {
  private static final Pattern TOP = Pattern.compile("/[a-z-]*");
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");
  private static final Pattern PAGE_HERE =
      Pattern.compile("<a class=\"page-here\" href=\"([^\"]*)\"");
  private static final Pattern HEADER =
      Pattern.compile("<header class=\"top\">.*?</header>", Pattern.DOTALL);

  private final MockMvc http;
  private final List<NavigationEntry> entries;
  private final RequestMappingHandlerMapping mapping;

  @Autowired
  NavigationRolesTest(
      MockMvc http,
      List<NavigationEntry> entries,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.http = http;
    this.entries = entries;
    this.mapping = mapping;
  }

  /// The permission that each page asks for, by its path.
  private Map<String, Permission> pages() {
    Map<String, Permission> pages = new TreeMap<>();
    mapping.getHandlerMethods().forEach((how, handler) -> {
      Requires required = handler.getMethodAnnotation(Requires.class);
      if (required != null && isPage(how, handler)) {
        how.getPatternValues().forEach(path -> pages.put(path, required.value()));
      }
    });
    return pages;
  }

  private static boolean isPage(RequestMappingInfo how, HandlerMethod handler) {
    ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
    return how.getMethodsCondition().getMethods().contains(RequestMethod.GET)
        && (isPage(answer) || isPage(answer.getGeneric()));
  }

  private static boolean isPage(ResolvableType type) {
    return Page.class.isAssignableFrom(type.toClass());
  }

  @Test
  void page_atTheTopOfAPath_standsInTheNavigation() {
    Set<String> linked = entries.stream().map(NavigationEntry::path).collect(Collectors.toSet());

    assertThat(pages().keySet())
        .filteredOn(path -> TOP.matcher(path).matches())
        .hasSizeGreaterThan(10)
        .allSatisfy(path -> assertThat(linked).contains(path));
  }

  @ParameterizedTest
  @EnumSource
  void entry_thatARoleSees_leadsToAPageThatItMayOpen(Role role) {
    Map<String, Permission> pages = pages();

    assertThat(visibleTo(role))
        .allSatisfy(path -> assertThat(role.permissions()).contains(pages.get(path)));
  }

  private List<String> visibleTo(Role role) {
    return entries.stream()
        .filter(entry -> role.permissions().stream().anyMatch(entry.authority()::equals))
        .map(NavigationEntry::path)
        .toList();
  }

  @Test
  void entries_ofOneSection_haveDifferentPlaces() {
    assertThat(entries.stream().map(entry -> entry.section() + " " + entry.order()))
        .doesNotHaveDuplicates();
    assertThat(entries.stream().map(NavigationEntry::section)).contains(Section.values());
  }

  @ParameterizedTest
  @EnumSource
  void navigation_ofARole_holdsTheLinksThatItMayOpen(Role role) throws Exception {
    assertThat(links(role))
        .containsExactlyInAnyOrderElementsOf(visibleTo(role))
        .contains("/account");
  }

  private List<String> links(Role role) throws Exception {
    String page = http.perform(get("/account").with(TestCallers.person(role)))
        .andReturn()
        .getResponse()
        .getContentAsString();
    String header =
        HEADER.matcher(page).results().map(MatchResult::group).findFirst().orElseThrow();
    return LINK.matcher(header)
        .results()
        .map(hit -> hit.group(1))
        .filter(path -> !path.contains("lang="))
        .toList();
  }

  @Test
  void section_withoutALinkThatOneMayOpen_isNotNamed() throws Exception {
    String page = http.perform(get("/account?lang=en").with(TestCallers.person(Role.REVIEWER)))
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(page)
        .containsSubsequence("\">Review", "/review", "\">Known content", "/banks", "/scans")
        .doesNotContain("\">Insights", "\">Legal", "\">Partners");
  }

  @ParameterizedTest
  @EnumSource
  void section_thatARoleSees_leadsToItsFirstPageAndShowsTheOthersThere(Role role) throws Exception {
    List<NavigationEntry> visible = entries.stream()
        .filter(entry -> role.permissions().stream().anyMatch(entry.authority()::equals))
        .toList();
    for (Section section : Section.values()) {
      List<String> paths = visible.stream()
          .filter(entry -> entry.section() == section)
          .sorted(Comparator.comparingInt(NavigationEntry::order))
          .map(NavigationEntry::path)
          .toList();
      if (section.textKey().isPresent() && !paths.isEmpty()) {
        String page = page(role, paths.getFirst());
        assertThat(page)
            .contains("class=\"job-name\" href=\"" + paths.getFirst() + "\" aria-current");
        assertThat(PAGE_HERE.matcher(page).results().map(hit -> hit.group(1)).toList())
            .isEqualTo(paths.size() > 1 ? paths : List.of());
      }
    }
  }

  private String page(Role role, String path) throws Exception {
    return http.perform(get(path).with(TestCallers.person(role)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
