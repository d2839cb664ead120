package org.vigie.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
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
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.server.access.store.CredentialStore;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.RequestStore;
import org.vigie.server.access.store.ThrottleStore;
import org.vigie.server.access.web.Enrolling;
import org.vigie.server.access.web.NewAuthenticator;
import org.vigie.server.access.web.OidcSignIn;
import org.vigie.server.access.web.PasskeyUsers;
import org.vigie.server.access.web.Passkeys;
import org.vigie.server.access.web.SessionCookie;
import org.vigie.server.access.web.Sessions;
import org.vigie.server.frame.BackgroundWork;

/// Wires people and their ways to sign in.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "access.spring_session")
class PeopleConfiguration {
  private static final String ENCODING = "pbkdf2-sha512-210000";
  private static final Duration CHORES_EVERY = Duration.ofHours(1);

  /// About three seconds of hashing.
  private static final int WAITING_A_THREAD = 16;

  @Bean
  PeopleStore peopleStore(JdbcClient jdbc) {
    return new PeopleStore(jdbc);
  }

  @Bean
  PasskeyStore passkeyStore(JdbcClient jdbc) {
    return new PasskeyStore(jdbc);
  }

  @Bean
  Independence independence(JdbcClient jdbc, InstantSource clock) {
    return new Independence(new IssueStore(jdbc), clock);
  }

  @Bean
  Origins origins(Independence independence, People people) {
    return new Origins(independence, people);
  }

  @Bean
  People.Tables peopleTables(JdbcClient jdbc, PeopleStore people, Independence independence) {
    return new People.Tables(people, new EnrolmentStore(jdbc), new IssueStore(jdbc), independence);
  }

  @Bean
  AccessRequests.Around aroundRequests(
      AccessLedger ledger,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      SetUp setUp,
      InstantSource clock) {
    return new AccessRequests.Around(ledger, events, transactions, setUp, clock);
  }

  @Bean
  AccessRequests accessRequests(
      JdbcClient jdbc, People.Tables tables, AccessRequests.Around around) {
    return new AccessRequests(new RequestStore(jdbc), tables, around);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  AccessRequestChores accessRequestChores(AccessRequests requests) {
    return new AccessRequestChores(requests);
  }

  @Bean
  People people(
      People.Tables tables, AccessRequests requests, AccessLedger ledger, InstantSource clock) {
    return new People(tables, requests, ledger, clock);
  }

  @Bean
  Enrolments enrolments(
      People.Tables tables,
      AccessRequests requests,
      AccessLedger ledger,
      InstantSource clock,
      Enrolments.Settings settings) {
    return new Enrolments(tables, requests, ledger, clock, settings);
  }

  @Bean
  Enrolments.Settings enrolmentSettings(AccessSettings settings, SecureRandom random) {
    return new Enrolments.Settings(settings.enrolmentValidity(), random);
  }

  @Bean
  Sealing sealing(ObjectProvider<KeyRing> keys, SecureRandom random) {
    return new Sealing(
        () -> new SecretKeySpec(
            keys.getObject().secret(new SecretName("access")).bytes(SecretAccess.GRANTED), "AES"),
        random);
  }

  /// What OWASP asks of PBKDF2; a number before each password lets a later one ask for more.
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        ENCODING,
        Map.of(
            ENCODING,
            new Pbkdf2PasswordEncoder(
                "", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
  }

  /// Half of the cores at most, so that strangers who try passwords leave the others to scans.
  @Bean
  PasswordHashing passwordHashing(PasswordEncoder encoder) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new PasswordHashing(encoder, threads, threads * WAITING_A_THREAD);
  }

  @Bean
  Credentials credentials(
      JdbcClient jdbc,
      Sealing sealing,
      PasswordHashing hashing,
      InstantSource clock,
      SecureRandom random) {
    return new Credentials(new CredentialStore(jdbc), sealing, hashing, clock, random);
  }

  @Bean
  PasswordSignIn passwordSignIn(
      PeopleStore people,
      Credentials credentials,
      SignInThrottle throttle,
      AccessLedger ledger,
      TransactionOperations transactions) {
    return new PasswordSignIn(people, credentials, throttle, ledger, transactions);
  }

  @Bean
  SignInMarks signInMarks(ObjectProvider<KeyRing> keys) {
    return new SignInMarks(() -> new SecretKeySpec(
        keys.getObject().secret(new SecretName("sign-in")).bytes(SecretAccess.GRANTED),
        "HmacSHA256"));
  }

  @Bean
  SignInThrottle signInThrottle(JdbcClient jdbc, SignInMarks marks, InstantSource clock) {
    return new SignInThrottle(new ThrottleStore(jdbc), marks, clock);
  }

  /// Removes what the throttle does not need any more.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork signInChores(SignInThrottle throttle) {
    return new BackgroundWork("sign-in-chores", CHORES_EVERY, () -> {
      throttle.clean();
      return CHORES_EVERY;
    });
  }

  @Bean
  OwnAccount ownAccount(
      PeopleStore people, Credentials credentials, PasskeyStore passkeys, AccessLedger ledger) {
    return new OwnAccount(people, credentials, passkeys, ledger);
  }

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
  Enrolling enrolling(Enrolments enrolments, Credentials credentials, Passkeys passkeys) {
    return new Enrolling(enrolments, credentials, passkeys);
  }

  @Bean
  SingleSignOn singleSignOn(
      PeopleStore people, Enrolments enrolments, AccessRequests requests, AccessLedger ledger) {
    return new SingleSignOn(people, enrolments, requests, ledger);
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
