package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.signin.SingleSignOn;
import org.vigie.server.access.store.PeopleStore;

/// Single sign-on with an OpenID provider. The provider proves who a person is; Vigie decides
/// whether they may enter: only invited people, known by the provider's subject, and the first time
/// by an e-mail address that the provider has verified.
final class OidcSignIn {
  /// The address to which the provider sends people back.
  static final String CALLBACK = "/sign-in/oidc";

  private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
  private static final String REGISTRATION = "oidc";
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

  private final AccessSettings settings;
  private final PeopleStore people;
  private final SingleSignOn accounts;
  private final Sessions sessions;
  private final TransactionOperations transactions;

  OidcSignIn(
      AccessSettings settings,
      PeopleStore people,
      SingleSignOn accounts,
      Sessions sessions,
      TransactionOperations transactions) {
    this.settings = settings;
    this.people = people;
    this.accounts = accounts;
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
          .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokenClient()))
          .loginPage("/sign-in")
          .redirectionEndpoint(endpoint -> endpoint.baseUri(CALLBACK))
          .successHandler(this::enter)
          .failureHandler(OidcSignIn::fail)
          .addObjectPostProcessor(new OnTheWayOut()));
    }
  }

  /// Fetches the addresses of the provider when the first person signs in, so that the provider
  /// need not answer when Vigie starts.
  private ClientRegistration registration() {
    AccessSettings.Oidc oidc = settings.oidc();
    return provider(oidc.issuer())
        .registrationId(REGISTRATION)
        .clientId(oidc.clientId())
        .clientSecret(oidc.clientSecret())
        .redirectUri(settings.baseUrl() + CALLBACK)
        .scope("openid", "email")
        .build();
  }

  /// Asks for tokens as the library does by default, but always by the client of the JDK. Left
  /// alone, the library takes any other client on the class path, which may retry or use proxies.
  private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(RestClient.builder()
        .requestFactory(new JdkClientHttpRequestFactory())
        .configureMessageConverters(converters -> converters
            .addCustomConverter(new FormHttpMessageConverter())
            .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build());
    return client;
  }

  /// Maps the several exceptions of the library for a provider that gives no valid answer.
  private static ClientRegistration.Builder provider(String issuer) {
    try {
      return ClientRegistrations.fromIssuerLocation(issuer);
    } catch (IllegalArgumentException | IllegalStateException | RestClientException e) {
      throw new OAuth2AuthenticationException(new OAuth2Error("provider_unreachable"), e);
    }
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("an OpenID provider was asked, and something else answered");
    }
    Entry entry = transactions.execute(_ -> entryOf(user));
    switch (entry) {
      case Entry.Allowed(PersonId person) -> {
        sessions.signIn(request, person, Sessions.Method.OIDC);
        response.sendRedirect("/");
      }
      case Entry.Waits() -> refuse(request, response, "oidc-waits");
      case Entry.Refused() -> refuse(request, response, "oidc");
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, String problem)
      throws IOException {
    sessions.signOut(request);
    response.sendRedirect("/sign-in?problem=" + problem);
  }

  /// Whether a person known to the provider may enter.
  private sealed interface Entry {
    record Allowed(PersonId person) implements Entry {}

    /// After an administrator approves the link to the account, or after a day in sight.
    record Waits() implements Entry {}

    record Refused() implements Entry {}
  }

  /// Decides whether a person may enter, and records a refusal of a known person in the ledger.
  private Entry entryOf(OidcUser user) {
    String subject = Objects.requireNonNull(user.getSubject());
    Optional<Person> known = people.find(settings.oidc().issuer(), subject);
    Optional<Person> meant = known.or(() -> invited(user));
    if (meant.isEmpty()) {
      return new Entry.Refused();
    }
    Entry entry = meant.get().state() == Person.State.DISABLED
        ? new Entry.Refused()
        : known.isPresent() ? new Entry.Allowed(meant.get().id()) : linked(meant.get(), subject);
    if (!(entry instanceof Entry.Allowed)) {
      accounts.refused(meant.get());
    }
    return entry;
  }

  private Optional<Person> invited(OidcUser user) {
    String email = user.getEmail();
    return email != null
            && Boolean.TRUE.equals(user.getEmailVerified())
            && EmailAddress.isValid(email)
        ? people.find(new EmailAddress(email))
        : Optional.empty();
  }

  /// Links the account: from now on only this account is that person, even if its address changes.
  private Entry linked(Person person, String subject) {
    return switch (accounts.link(person, settings.oidc().issuer(), subject)) {
      case LINKED -> new Entry.Allowed(person.id());
      case WAITS -> new Entry.Waits();
      case REFUSED -> new Entry.Refused();
    };
  }

  private static void fail(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    log.atWarn()
        .setMessage("single sign-on failed")
        .addKeyValue("reason", code(reason))
        .log();
    response.sendRedirect("/sign-in?problem=oidc-failed");
  }

  /// Returns the stable code of a failure, anywhere in the chain of causes. The provider's own code
  /// may be any text, and so is not repeated.
  private static String code(Throwable reason) {
    for (Throwable each = reason; each != null; each = each.getCause()) {
      if (each instanceof OAuth2AuthenticationException found) {
        String code = found.getError().getErrorCode();
        return CODE.matcher(code).matches() ? code : "unknown";
      }
    }
    return reason.getClass().getSimpleName();
  }

  /// Handles an unreachable provider: there is no address to redirect to.
  private static final class OnTheWayOut
      implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
    @Override
    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
      filter.setAuthenticationFailureHandler(OidcSignIn::fail);
      return filter;
    }
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
