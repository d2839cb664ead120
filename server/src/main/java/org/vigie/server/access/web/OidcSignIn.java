package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.store.PeopleStore;

/// Single sign-on with an OpenID provider. The provider says who somebody is; whether they may
/// come in and what they may do is said here: only people who were invited get in, known by the
/// provider's subject, and the first time by an e-mail address that the provider has verified.
public final class OidcSignIn {
  /// Where the provider sends people back to.
  static final String CALLBACK = "/sign-in/oidc";

  private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
  private static final String REGISTRATION = "oidc";

  private final AccessSettings settings;
  private final PeopleStore people;
  private final Sessions sessions;
  private final TransactionOperations transactions;

  public OidcSignIn(
      AccessSettings settings,
      PeopleStore people,
      Sessions sessions,
      TransactionOperations transactions) {
    this.settings = settings;
    this.people = people;
    this.sessions = sessions;
    this.transactions = transactions;
  }

  /// Adds single sign-on to a chain if it is on.
  void addTo(HttpSecurity http) {
    if (settings.oidc().isOn()) {
      http.oauth2Login(login -> login
          .clientRegistrationRepository(new SupplierClientRegistrationRepository(
              () -> new InMemoryClientRegistrationRepository(registration())))
          .authorizedClientRepository(new NoTokensKept())
          .loginPage("/sign-in")
          .redirectionEndpoint(endpoint -> endpoint.baseUri(CALLBACK))
          .successHandler(this::enter)
          .failureHandler(OidcSignIn::refuse));
    }
  }

  /// Asks the provider for its addresses, when the first person signs in: it need not answer
  /// when Vigie starts.
  private ClientRegistration registration() {
    AccessSettings.Oidc oidc = settings.oidc();
    return ClientRegistrations.fromIssuerLocation(oidc.issuer())
        .registrationId(REGISTRATION)
        .clientId(oidc.clientId())
        .clientSecret(oidc.clientSecret())
        .redirectUri(settings.baseUrl() + CALLBACK)
        .scope("openid", "email")
        .build();
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("an OpenID provider was asked, and something else answered");
    }
    Optional<PersonId> person =
        Objects.requireNonNull(transactions.execute(transaction -> personOf(user)));
    if (person.isPresent()) {
      sessions.signIn(request, person.get(), Sessions.Method.OIDC);
      response.sendRedirect("/");
    } else {
      sessions.signOut(request);
      response.sendRedirect("/sign-in?problem=oidc");
    }
  }

  private Optional<PersonId> personOf(OidcUser user) {
    String issuer = settings.oidc().issuer();
    String subject = Objects.requireNonNull(user.getSubject());
    Optional<Person> known = people.find(issuer, subject);
    return (known.isPresent() ? known : invited(user, issuer, subject))
        .filter(person -> person.state() != Person.State.DISABLED)
        .map(Person::id);
  }

  private Optional<Person> invited(OidcUser user, String issuer, String subject) {
    String email = user.getEmail();
    if (email == null
        || !Boolean.TRUE.equals(user.getEmailVerified())
        || !EmailAddress.isValid(email)) {
      return Optional.empty();
    }
    return people
        .find(new EmailAddress(email))
        .filter(person -> person.state() != Person.State.DISABLED)
        .filter(person -> people.link(person.id(), issuer, subject));
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    log.atInfo()
        .setMessage("single sign-on refused")
        .addKeyValue("reason", reason.getClass().getSimpleName())
        .log();
    response.sendRedirect("/sign-in?problem=oidc");
  }

  /// The provider's tokens are needed for nothing after signing in.
  private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
