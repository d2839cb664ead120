package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Sha256;
import org.vigie.server.access.ledger.AccessAct;

/// The sessions of people. A session holds the person's identifier, and no permissions.
final class Sessions {
  private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String SINCE = "signed-in-at";
  private static final String METHOD = "method";
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final FindByIndexNameSessionRepository<? extends Session> repository;
  private final AccessLedger ledger;
  private final InstantSource clock;
  private final Duration max;

  /// @param max how long a session lasts, however busy
  Sessions(
      FindByIndexNameSessionRepository<? extends Session> repository,
      AccessLedger ledger,
      InstantSource clock,
      Duration max) {
    this.repository = repository;
    this.ledger = ledger;
    this.clock = clock;
    this.max = max;
  }

  /// How a person signed in.
  public enum Method {
    PASSKEY,
    PASSWORD,
    OIDC,
    /// Without proof, in a demonstration.
    DEMONSTRATION
  }

  /// A session, as its person sees it.
  ///
  /// @param handle names it without giving its identifier away
  /// @param present whether it is that of this request
  public record OpenSession(
      String handle, Instant since, Instant lastUsed, Method method, boolean present) {}

  /// Signs a person in, in a new session: a stranger who chose the identifier of the old session
  /// must not know the new one.
  void signIn(HttpServletRequest request, PersonId person, Method method) {
    signOut(request);
    HttpSession session = request.getSession(true);
    if (!session.isNew()) {
      throw new IllegalStateException("the session of before signing in has not ended");
    }
    session.setAttribute(PERSON, person.value().toString());
    session.setAttribute(SINCE, clock.instant().toEpochMilli());
    session.setAttribute(METHOD, method.name());
    Caller caller = new Caller.Person(person);
    ledger.record(caller, AccessAct.SIGNED_IN, caller.reference(), "method=" + method.name());
  }

  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /// Returns the person who is signed in, unless their session has lasted too long.
  Optional<PersonId> personOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(PERSON) instanceof String person)) {
      return Optional.empty();
    }
    Instant since = Instant.ofEpochMilli((Long) session.getAttribute(SINCE));
    return since.plus(max).isAfter(clock.instant())
        ? Optional.of(new PersonId(UUID.fromString(person)))
        : Optional.empty();
  }

  /// Returns whether the person signed in recently, and so is probably still at the screen.
  boolean isFresh(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(SINCE) instanceof Long since
        && Instant.ofEpochMilli(since).plus(FRESH).isAfter(clock.instant());
  }

  /// Returns the sessions of a person, newest first.
  List<OpenSession> of(PersonId person, HttpServletRequest request) {
    HttpSession present = request.getSession(false);
    String presentId = present == null ? "" : present.getId();
    return repository.findByPrincipalName(person.value().toString()).values().stream()
        .map(session -> new OpenSession(
            handle(session.getId()),
            Instant.ofEpochMilli(Objects.requireNonNull(session.<Long>getAttribute(SINCE))),
            session.getLastAccessedTime(),
            Method.valueOf(Objects.requireNonNull(session.<String>getAttribute(METHOD))),
            session.getId().equals(presentId)))
        .sorted(Comparator.comparing(OpenSession::since).reversed())
        .toList();
  }

  /// Ends a session of a person.
  void end(PersonId person, String handle) {
    repository.findByPrincipalName(person.value().toString()).keySet().stream()
        .filter(id -> handle(id).equals(handle))
        .forEach(repository::deleteById);
  }

  private static String handle(String sessionId) {
    return HexFormat.of().formatHex(Sha256.of(sessionId), 0, 8);
  }
}
