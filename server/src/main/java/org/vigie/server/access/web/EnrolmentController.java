package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.people.Enrolments.Link;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.EncodedPassword;
import org.vigie.server.access.secrets.HashingBusyException;
import org.vigie.server.access.signin.Credentials;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

@Controller
@RequestMapping("/enrol/{token}")
class EnrolmentController {
  private static final String WHY = "whoever has the link is the person it was given to";

  private final Enrolments enrolments;
  private final Enrolling enrolling;
  private final Credentials credentials;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final NewAuthenticator authenticator;

  EnrolmentController(
      Enrolments enrolments,
      Enrolling enrolling,
      Credentials credentials,
      Passkeys passkeys,
      Sessions sessions,
      NewAuthenticator authenticator) {
    this.enrolments = enrolments;
    this.enrolling = enrolling;
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.authenticator = authenticator;
  }

  @GetMapping
  @OpenToAll(WHY)
  ResponseEntity<? extends Page> page(
      Frame frame, HttpServletRequest request, @PathVariable String token) {
    return switch (enrolments.look(token)) {
      case Link.Gone() -> gone(frame);
      case Link.Waiting(Instant until) ->
        Forms.page(new EnrolmentWaitsPage(frame, frame.texts().time(until)));
      case Link.OfNobody() ->
        Forms.page(new IntroductionPage(frame, path(token), "", "", FormErrors.NONE));
      case Link.OfPerson(Person person) ->
        Forms.page(page(frame, request, token, person, FormErrors.NONE));
    };
  }

  @PostMapping("/person")
  @OpenToAll(WHY)
  ResponseEntity<? extends Page> introduce(
      Frame frame,
      @PathVariable String token,
      @RequestParam String name,
      @RequestParam String email) {
    FormErrors errors = Forms.when(
        !PersonName.isValid(name), FormErrors.NONE, "name", frame.text("access.error.name"));
    errors =
        Forms.when(!EmailAddress.isValid(email), errors, "email", frame.text("access.error.email"));
    if (!errors.isEmpty()) {
      return Forms.again(new IntroductionPage(frame, path(token), name, email, errors));
    }
    return enrolments.introduce(token, new PersonName(name), new EmailAddress(email))
        ? Forms.redirect(path(token))
        : gone(frame);
  }

  @PostMapping("/password")
  @OpenToAll(WHY)
  ResponseEntity<? extends Page> password(
      Frame frame,
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam String password,
      @RequestParam String code) {
    if (!(enrolments.look(token) instanceof Link.OfPerson(Person person))) {
      return gone(frame);
    }
    if (!Credentials.isAcceptable(password)) {
      return again(frame, request, token, person, "password", "access.error.password");
    }
    Authenticator app = authenticator.of(request, person.id());
    if (!credentials.isCurrent(app, code)) {
      return again(frame, request, token, person, "code", "access.error.code");
    }
    Optional<EncodedPassword> encoded = encoded(password);
    if (encoded.isEmpty()) {
      return busy(frame, request, token, person);
    }
    Optional<List<String>> codes = enrolling.byPassword(token, person, encoded.get(), app, code);
    if (codes.isEmpty()) {
      return again(frame, request, token, person, "code", "access.error.code");
    }
    sessions.signIn(request, person.id(), Sessions.Method.PASSWORD);
    return Forms.page(recoveryCodes(frame, codes.get()));
  }

  /// Returns the encoded password; empty if the server is busy with others.
  private Optional<EncodedPassword> encoded(String password) {
    try {
      return Optional.of(credentials.encode(password));
    } catch (HashingBusyException _) {
      return Optional.empty();
    }
  }

  private static ShownOncePage recoveryCodes(Frame frame, List<String> codes) {
    return new ShownOncePage(
        frame,
        frame.text("access.recovery-codes.title"),
        frame.text("access.recovery-codes.sentence"),
        codes,
        "/");
  }

  @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  @OpenToAll(WHY)
  String passkeyOptions(HttpServletRequest request, @PathVariable String token) {
    return passkeys.startCreation(request, personOf(token));
  }

  @PostMapping("/passkey")
  @OpenToAll(WHY)
  ResponseEntity<Map<String, String>> passkey(
      HttpServletRequest request,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String label,
      @RequestBody String credential) {
    Person person = personOf(token);
    if (!enrolling.byPasskey(request, token, person, label, credential)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of());
    }
    sessions.signIn(request, person.id(), Sessions.Method.PASSKEY);
    return ResponseEntity.ok(Map.of("location", "/"));
  }

  private Person personOf(String token) {
    if (enrolments.look(token) instanceof Link.OfPerson(Person person)) {
      return person;
    }
    throw new ProblemException(ProblemType.NOT_FOUND, "The link does not count.", Map.of());
  }

  private ResponseEntity<EnrolmentPage> again(
      Frame frame,
      HttpServletRequest request,
      String token,
      Person person,
      String field,
      String textKey) {
    FormErrors errors = FormErrors.NONE.with(field, frame.text(textKey));
    return Forms.again(page(frame, request, token, person, errors));
  }

  private ResponseEntity<EnrolmentPage> busy(
      Frame frame, HttpServletRequest request, String token, Person person) {
    Duration delay = HashingBusyException.retryAfter();
    FormErrors errors =
        FormErrors.NONE.with("password", frame.text("access.problem.busy", delay.toSeconds()));
    return Forms.busy(page(frame, request, token, person, errors), delay);
  }

  private EnrolmentPage page(
      Frame frame, HttpServletRequest request, String token, Person person, FormErrors errors) {
    return new EnrolmentPage(
        frame,
        path(token),
        person.name().value(),
        person.email().value(),
        authenticator.show(request, person),
        errors);
  }

  private static ResponseEntity<EnrolmentGonePage> gone(Frame frame) {
    return Forms.page(HttpStatus.GONE, new EnrolmentGonePage(frame));
  }

  private static String path(String token) {
    return "/enrol/" + token;
  }
}
