package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;

/// An auditor reads what the role says, and finds nothing to press there.
@ServerTest
final class AuditorTest {
  /// Keeps nothing of what it is asked.
  private static final String DEBUGGER = "/debugger";

  private static final Pattern POSTED = Pattern.compile("<form method=\"post\" action=\"([^\"?]*)");

  private final MockMvc http;
  private final List<NavigationEntry> entries;
  private final PersonId auditor;

  @Autowired
  AuditorTest(MockMvc http, List<NavigationEntry> entries, People people) {
    this.http = http;
    this.entries = entries;
    this.auditor = people
        .invite(
            new Caller.Vigie(),
            new PersonName("Test Auditor"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.AUDITOR))
        .orElseThrow();
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return http.perform(get(path).with(TestCallers.person(auditor, Role.AUDITOR)))
        .andReturn()
        .getResponse();
  }

  @Test
  void pages_ofAnAuditor_haveNothingThatChanges() throws Exception {
    List<String> paths = entries.stream()
        .filter(entry -> entry.section() != Section.ACCOUNT)
        .filter(entry -> Role.AUDITOR.permissions().stream().anyMatch(entry.authority()::equals))
        .map(NavigationEntry::path)
        .toList();
    assertThat(paths)
        .contains("/evidence/grants", "/flaggers", "/reporters", "/outbox", "/ledger", "/keys")
        .contains("/review", "/review/corrections", "/review/lead", "/review/lead/quality")
        .contains(DEBUGGER)
        .doesNotContain("/review/bulk", "/review/decided", "/review/settings");
    for (String path : paths) {
      MockHttpServletResponse answer = open(path);
      assertThat(answer.getStatus()).as(path).isEqualTo(200);
      String main = answer.getContentAsString().split("<main", 2)[1].split("</main>", 2)[0];
      assertThat(POSTED.matcher(main).results().map(form -> form.group(1)))
          .as(path)
          .allMatch(address -> address.equals(DEBUGGER));
    }
  }

  @Test
  void pages_ofTheWorkItself_areNotForAuditors() throws Exception {
    assertThat(open("/review/bulk").getStatus()).isEqualTo(403);
    assertThat(open("/review/settings").getStatus()).isEqualTo(403);
    assertThat(open("/review/lead/opt-outs").getStatus()).isEqualTo(403);
  }
}
