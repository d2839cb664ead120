package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.Requires;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.EncodedPassword;
import org.vigie.server.access.secrets.HashingBusyException;
import org.vigie.server.access.signin.Credentials;
import org.vigie.server.access.signin.OwnAccount;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Zones;

@Controller
@RequestMapping("/account")
class AccountController {
  private static final String HOME = "redirect:/account";
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final OwnAccount account;
  private final Credentials credentials;
  private final People people;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final NewAuthenticator authenticator;

  AccountController(
      OwnAccount account,
      Credentials credentials,
      People people,
      Sessions sessions,
      Passkeys passkeys,
      NewAuthenticator authenticator) {
    this.account = account;
    this.credentials = credentials;
    this.people = people;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.authenticator = authenticator;
  }

  @GetMapping
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.OWN)
  ResponseEntity<AccountPage> page(Frame frame, HttpServletRequest request, Caller.Person caller) {
    return Forms.page(page(frame, request, personOf(caller), FormErrors.NONE));
  }

  @PostMapping("/password")
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.OWN)
  ResponseEntity<? extends Page> setPassword(
      Frame frame,
      HttpServletRequest request,
      Caller.Person caller,
      @RequestParam String password,
      @RequestParam String code) {
    OwnAccount.Self self = self(request, caller);
    Person person = personOf(caller);
    if (!Credentials.isAcceptable(password)) {
      return again(frame, request, person, "password", "access.error.password");
    }
    Authenticator app = authenticator.of(request, person.id());
    if (!credentials.isCurrent(app, code)) {
      return again(frame, request, person, "code", "access.error.code");
    }
    EncodedPassword encoded;
    try {
      encoded = credentials.encode(password);
    } catch (HashingBusyException _) {
      return busy(frame, request, person);
    }
    Optional<List<String>> codes = account.setPassword(self, encoded, app, code);
    if (codes.isEmpty()) {
      return again(frame, request, person, "code", "access.error.code");
    }
    authenticator.forget(request);
    return Forms.page(codesPage(frame, codes.get()));
  }

  /// Chooses the time zone in which this browser shows times; an empty one is that of the browser.
  @PostMapping("/zone")
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.OWN)
  ResponseEntity<? extends Page> setZone(
      Frame frame,
      HttpServletRequest request,
      Caller.Person caller,
      @RequestParam String zone,
      RedirectAttributes redirect) {
    if (!zone.isEmpty() && Zones.find(zone).isEmpty()) {
      return again(frame, request, personOf(caller), "zone", "access.error.zone");
    }
    ResponseCookie cookie = ResponseCookie.from(Zones.COOKIE, zone.replace("/", "%2F"))
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(zone.isEmpty() ? Duration.ZERO : A_YEAR)
        .build();
    FlashMessages.add(redirect, frame.text("access.zone.done"));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .location(URI.create("/account"))
        .build();
  }

  @PostMapping("/password/remove")
  @Requires(Permission.OWN_ACCOUNT)
  String removePassword(
      Frame frame, HttpServletRequest request, Caller.Person caller, RedirectAttributes redirect) {
    tell(redirect, frame, account.removePassword(self(request, caller)));
    return HOME;
  }

  @PostMapping("/recovery-codes")
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.OWN)
  ResponseEntity<? extends Page> recoveryCodes(
      Frame frame, HttpServletRequest request, Caller.Person caller) {
    List<String> codes = account.newRecoveryCodes(self(request, caller));
    return codes.isEmpty() ? Forms.redirect("/account") : Forms.page(codesPage(frame, codes));
  }

  @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  @Requires(Permission.OWN_ACCOUNT)
  String passkeyOptions(HttpServletRequest request, Caller.Person caller) {
    OwnAccount.Self self = self(request, caller);
    return passkeys.startCreation(request, people.find(self.person()).orElseThrow());
  }

  @PostMapping("/passkeys")
  @Requires(Permission.OWN_ACCOUNT)
  ResponseEntity<Map<String, String>> addPasskey(
      HttpServletRequest request,
      Caller.Person caller,
      @RequestParam(defaultValue = "") String label,
      @RequestBody String credential) {
    OwnAccount.Self self = self(request, caller);
    if (!passkeys.create(request, personOf(caller), label, credential)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of());
    }
    account.passkeyAdded(self);
    return ResponseEntity.ok(Map.of("location", "/account"));
  }

  @PostMapping("/passkeys/remove")
  @Requires(Permission.OWN_ACCOUNT)
  String removePasskey(
      Frame frame,
      HttpServletRequest request,
      Caller.Person caller,
      @RequestParam String id,
      RedirectAttributes redirect) {
    tell(redirect, frame, account.removePasskey(self(request, caller), Bytes.fromBase64(id)));
    return HOME;
  }

  @PostMapping("/sessions/end")
  @Requires(Permission.OWN_ACCOUNT)
  String endSession(
      Frame frame, Caller.Person caller, @RequestParam String handle, RedirectAttributes redirect) {
    sessions.end(caller.id(), handle);
    FlashMessages.add(redirect, frame.text("access.account.session-ended"));
    return HOME;
  }

  /// Credentials may be changed only soon after signing in: an abandoned or stolen session is not
  /// enough.
  private OwnAccount.Self self(HttpServletRequest request, Caller.Person caller) {
    if (!sessions.isFresh(request)) {
      throw new NotFresh();
    }
    return new OwnAccount.Self(caller.id(), request.getSession().getId());
  }

  @ExceptionHandler(NotFresh.class)
  ResponseEntity<Page> signInAgain() {
    return Forms.redirect(AccountPage.SIGN_IN_AGAIN);
  }

  /// The person signed in too long ago for this change.
  private static final class NotFresh extends RuntimeException {}

  private static void tell(RedirectAttributes redirect, Frame frame, OwnAccount.Removal ending) {
    FlashMessages.add(redirect, frame.texts().get("access.account.removal", ending));
  }

  private Person personOf(Caller.Person caller) {
    return people.find(caller.id()).orElseThrow();
  }

  private ResponseEntity<AccountPage> again(
      Frame frame, HttpServletRequest request, Person person, String field, String textKey) {
    FormErrors errors = FormErrors.NONE.with(field, frame.text(textKey));
    return Forms.again(page(frame, request, person, errors));
  }

  private ResponseEntity<AccountPage> busy(Frame frame, HttpServletRequest request, Person person) {
    Duration delay = HashingBusyException.retryAfter();
    FormErrors errors =
        FormErrors.NONE.with("password", frame.text("access.problem.busy", delay.toSeconds()));
    return Forms.busy(page(frame, request, person, errors), delay);
  }

  private static ShownOncePage codesPage(Frame frame, List<String> codes) {
    return new ShownOncePage(
        frame,
        frame.text("access.recovery-codes.title"),
        frame.text("access.recovery-codes.sentence"),
        codes,
        "/account");
  }

  private AccountPage page(
      Frame frame, HttpServletRequest request, Person person, FormErrors errors) {
    return new AccountPage(
        frame,
        person.email().value(),
        person.roles().stream()
            .sorted()
            .map(role -> frame.texts().get("access.role", role))
            .collect(Collectors.joining(", ")),
        passkeys(frame, person),
        account.hasPassword(person.id()),
        account.recoveryCodesLeft(person.id()),
        authenticator.show(request, person),
        sessions(frame, request, person),
        sessions.isFresh(request),
        errors);
  }

  private List<AccountPage.PasskeyRow> passkeys(Frame frame, Person person) {
    return passkeys.of(person.id()).stream()
        .map(passkey -> new AccountPage.PasskeyRow(
            passkey.getCredentialId().toBase64UrlString(),
            passkey.getLabel(),
            frame.texts().moment(passkey.getCreated()),
            frame.texts().moment(passkey.getLastUsed())))
        .toList();
  }

  private List<AccountPage.SessionRow> sessions(
      Frame frame, HttpServletRequest request, Person person) {
    return sessions.of(person.id(), request).stream()
        .map(session -> new AccountPage.SessionRow(
            session.handle(),
            frame.texts().moment(session.since()),
            frame.texts().moment(session.lastUsed()),
            frame.texts().get("access.method", session.method()),
            session.present()))
        .toList();
  }
}
