package org.vigie.server.access.web;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.signin.SignInThrottle;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.frame.Json;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes and checks passkeys. A challenge waits in the session, for one answer. Answers of browsers
/// are read strictly: a field that comes twice refuses the passkey.
///
/// Source: Web Authentication Level 3, sections 7.1 and 7.2, which the library checks.
final class Passkeys {
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
  private static final String CREATION = "passkey-creation";
  private static final String REQUEST = "passkey-request";
  private static final int MAX_LABEL = 60;
  private static final Duration TIME_TO_PROVE = Duration.ofMinutes(10);

  private final WebAuthnRelyingPartyOperations operations;
  private final PasskeyStore store;
  private final SignInThrottle throttle;
  private final JsonMapper json =
      Json.strict().rebuild().addModule(new WebauthnJacksonModule()).build();

  Passkeys(WebAuthnRelyingPartyOperations operations, PasskeyStore store, SignInThrottle throttle) {
    this.operations = operations;
    this.store = store;
    this.throttle = throttle;
  }

  /// Returns the options for making a passkey of a person, as JSON.
  String startCreation(HttpServletRequest request, Person person) {
    PublicKeyCredentialCreationOptions options =
        operations.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(named(person)));
    request.getSession(true).setAttribute(CREATION, options);
    return json.writeValueAsString(options);
  }

  /// Stores the passkey that a browser made.
  ///
  /// @param label the name that its person gave it
  /// @return false if it does not answer the challenge
  boolean create(HttpServletRequest request, Person person, String label, String body) {
    Optional<PublicKeyCredentialCreationOptions> asked =
        take(request, CREATION, PublicKeyCredentialCreationOptions.class);
    if (asked.isEmpty()
        || !asked.get().getUser().getId().equals(PasskeyStore.handle(person.id()))) {
      return false;
    }
    PublicKeyCredential<AuthenticatorAttestationResponse> made =
        read(body, new TypeReference<>() {});
    try {
      operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
          asked.get(), new RelyingPartyPublicKey(made, label(label))));
      return true;
    } catch (WebAuthnException | IllegalArgumentException e) {
      return refused(e);
    }
  }

  /// Returns the options for using a passkey, as JSON. Anybody may ask, and gets a session for it;
  /// so few may ask from one network, and the session ends soon.
  String startSignIn(HttpServletRequest request, CallerAddress address) {
    throttle.takePasskey(address).ifPresent(Passkeys::refuse);
    PublicKeyCredentialRequestOptions options = operations.createCredentialRequestOptions(
        new ImmutablePublicKeyCredentialRequestOptionsRequest(
            UsernamePasswordAuthenticationToken.unauthenticated("", "")));
    HttpSession session = request.getSession(true);
    if (session.isNew()) {
      session.setMaxInactiveInterval((int) TIME_TO_PROVE.toSeconds());
    }
    session.setAttribute(REQUEST, options);
    return json.writeValueAsString(options);
  }

  /// Returns the person whom a passkey proves; empty if it is not valid.
  Optional<PersonId> prove(HttpServletRequest request, String body, CallerAddress address) {
    Optional<PersonId> proven = prove(request, body);
    proven.ifPresent(person -> throttle.passkeySucceeded(address));
    return proven;
  }

  private Optional<PersonId> prove(HttpServletRequest request, String body) {
    Optional<PublicKeyCredentialRequestOptions> asked =
        take(request, REQUEST, PublicKeyCredentialRequestOptions.class);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    PublicKeyCredential<AuthenticatorAssertionResponse> used = read(body, new TypeReference<>() {});
    try {
      return Optional.of(PasskeyStore.person(operations
          .authenticate(new RelyingPartyAuthenticationRequest(asked.get(), used))
          .getId()));
    } catch (WebAuthnException | IllegalArgumentException e) {
      refused(e);
      return Optional.empty();
    }
  }

  List<CredentialRecord> of(PersonId person) {
    return store.findByUserId(PasskeyStore.handle(person));
  }

  private static void refuse(Duration delay) {
    throw new ProblemException(new Problem(
            ProblemType.TOO_MANY_REQUESTS, "Too many passkeys were asked for from this address.")
        .retryAfter(delay.toSeconds()));
  }

  /// Logs a failure by which the libraries refuse a passkey, and returns false. Any other failure
  /// is a defect or an outage, and is reported as one.
  private static boolean refused(RuntimeException reason) {
    log.atInfo()
        .setMessage("passkey refused")
        .addKeyValue("reason", reason.getClass().getSimpleName())
        .log();
    return false;
  }

  private static <T> Optional<T> take(HttpServletRequest request, String name, Class<T> type) {
    HttpSession session = request.getSession(false);
    Object found = session == null ? null : session.getAttribute(name);
    if (session != null) {
      session.removeAttribute(name);
    }
    return Optional.ofNullable(found).map(type::cast);
  }

  private <T> T read(String body, TypeReference<T> type) {
    try {
      return json.readValue(body, type);
    } catch (JacksonException e) {
      throw ProblemException.ofField("credential", "The passkey's answer cannot be read.");
    }
  }

  private static String label(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "Passkey" : clean.substring(0, Math.min(clean.length(), MAX_LABEL));
  }

  private static Authentication named(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(person.email().value(), "", List.of());
  }
}
