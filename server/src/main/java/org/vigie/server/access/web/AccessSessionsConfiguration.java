package org.vigie.server.access.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.secrets.Sealing;
import org.vigie.server.access.signin.Credentials;
import org.vigie.server.access.signin.SignInMarks;
import org.vigie.server.access.signin.SignInThrottle;
import org.vigie.server.access.signin.SingleSignOn;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;

/// Wires sessions and the ways to begin one.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.spring_session")
class AccessSessionsConfiguration {
  @Bean
  NewAuthenticator newAuthenticator(Sealing sealing, SecureRandom random) {
    return new NewAuthenticator(sealing, random);
  }

  /// A passkey is two factors: it is a thing, and it asks for a finger, a face or a PIN.
  @Bean
  Passkeys passkeys(
      PeopleStore people, PasskeyStore store, AccessSettings settings, SignInThrottle throttle) {
    Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
        new PasskeyUsers(people),
        store,
        PublicKeyCredentialRpEntity.builder()
            .id(settings.baseUrl().getHost())
            .name("Vigie")
            .build(),
        Set.of(settings.baseUrl().toString()));
    operations.setCustomizeCreationOptions(
        options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return new Passkeys(operations, store, throttle);
  }

  @Bean
  Enrolling enrolling(
      Enrolments enrolments,
      Credentials credentials,
      Passkeys passkeys,
      TransactionOperations transactions) {
    return new Enrolling(enrolments, credentials, passkeys, transactions);
  }

  @Bean
  OidcSignIn oidcSignIn(
      AccessSettings settings,
      PeopleStore people,
      SingleSignOn accounts,
      Sessions sessions,
      TransactionOperations transactions) {
    return new OidcSignIn(settings, people, accounts, sessions, transactions);
  }

  @Bean
  Sessions sessions(
      FindByIndexNameSessionRepository<? extends Session> repository,
      AccessLedger ledger,
      InstantSource clock,
      AccessSettings settings) {
    return new Sessions(repository, ledger, clock, settings.sessionMax());
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgresql(
      AccessSettings settings) {
    return repository -> {
      new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
      repository.setDefaultMaxInactiveInterval(settings.sessionIdle());
    };
  }

  @Bean
  CookieSerializer sessionCookie(AccessSettings settings, SignInMarks marks) {
    SessionCookie cookie =
        new SessionCookie(session -> HexFormat.of().formatHex(marks.lasting("session", session)));
    cookie.setCookieName(settings.isSecure() ? "__Host-session" : "session");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(settings.isSecure());
    cookie.setSameSite("Lax");
    return cookie;
  }
}
