package org.vigie.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;

/// People who are invited for one story, and sign in as anybody does: by a link and a passkey.
final class DeskPeople {
  private static final Caller VIGIE = new Caller.Vigie();

  private DeskPeople() {}

  /// Returns the name of the person who plays a part.
  static String name(String part) {
    return "Sacha Inventé " + part;
  }

  /// Invites a person for a part; each part exists once in each language.
  static PersonId invite(String part, Role role, Look look) {
    return bean(People.class)
        .invite(
            VIGIE,
            new PersonName(name(part)),
            new EmailAddress("desks-" + part + "-" + look.language() + "@example.org"),
            Set.of(role))
        .orElseThrow();
  }

  /// Signs a person in for the first time, by keyboard alone.
  static Page signIn(BrowserContext window, PersonId person) {
    Page page = window.newPage();
    page.navigate(
        RunningVigie.instance().address() + bean(Enrolments.class).newLink(VIGIE, person));
    VirtualAuthenticator.plugInto(page);
    new Keyboard(page).press("#passkey-button", "Enter");
    page.waitForURL(url -> !url.contains("/enrol/"));
    return page;
  }

  private static <T> T bean(Class<T> type) {
    return RunningVigie.instance().context().getBean(type);
  }
}
