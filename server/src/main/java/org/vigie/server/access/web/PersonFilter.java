package org.vigie.server.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.MatchedPath;

/// Authenticates each request of a signed-in person, with the permissions of this moment.
public final class PersonFilter extends OncePerRequestFilter {
  /// The security context of a request, which the container has ended when it asks for the page
  /// of an error.
  private static final String CONTEXT = PersonFilter.class.getName() + ".context";

  private final Sessions sessions;
  private final PeopleStore people;
  private final SeenSessions seen = new SeenSessions();

  public PersonFilter(Sessions sessions, PeopleStore people) {
    this.sessions = sessions;
    this.people = people;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /// Supervisors have no session.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return MatchedPath.of(request).isWithin("/health");
  }

  /// Restores the caller on an error page without asking the database, which may be the cause.
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      find(request);
    } else if (request.getAttribute(CONTEXT) instanceof SecurityContext context) {
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  private void find(HttpServletRequest request) {
    Lane before = Lane.current();
    Optional<PersonId> signedIn = signedIn(request);
    Optional<Person> person =
        signedIn.flatMap(people::find).filter(found -> found.state() != Person.State.DISABLED);
    if (person.isPresent()) {
      authenticate(request, person.get());
      return; // in the lane of people, also while the session is written at the end
    }
    signedIn.ifPresent(_ -> sessions.signOut(request));
    before.enter();
  }

  /// Looks a session up with the connections of strangers, as anybody can send a cookie, unless it
  /// led to a person before. A request with a session moves to the connections of people.
  private Optional<PersonId> signedIn(HttpServletRequest request) {
    (seen.has(request) ? Lane.PEOPLE : Lane.STRANGERS).enter();
    Optional<PersonId> signedIn = sessions.personOf(request);
    seen.keep(request, signedIn.isPresent());
    if (signedIn.isPresent()) {
      Lane.PEOPLE.enter();
    }
    return signedIn;
  }

  private static void authenticate(HttpServletRequest request, Person person) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(
        new Caller.Person(person.id()), person.name().value(), person.permissions()));
    SecurityContextHolder.setContext(context);
    request.setAttribute(CONTEXT, context);
  }
}
