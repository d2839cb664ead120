package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.signin.PasswordSignIn;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

@Controller
class SignInController {
  private final PasswordSignIn passwords;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final People people;
  private final AccessSettings settings;

  SignInController(
      PasswordSignIn passwords,
      Passkeys passkeys,
      Sessions sessions,
      People people,
      AccessSettings settings) {
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.people = people;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  @OpenToAll("whoever is not signed in yet needs the way in")
  ResponseEntity<SignInPage> page(
      Frame frame,
      @RequestParam(defaultValue = "/") String then,
      @RequestParam(defaultValue = "") String problem) {
    return Forms.page(page(frame, "", then, sentence(frame, problem)));
  }

  /// Shows the sign-in page; also after a failed single sign-on, and before a change of credentials
  /// by a person who signed in long ago.
  private static Optional<String> sentence(Frame frame, String problem) {
    return switch (problem) {
      case "again" -> Optional.of(frame.text("access.sign-in.problem.again"));
      case "oidc" -> Optional.of(frame.text("access.sign-in.problem.oidc"));
      case "oidc-waits" -> Optional.of(frame.text("access.sign-in.problem.oidc-waits"));
      case "oidc-failed" -> Optional.of(frame.text("access.sign-in.problem.oidc-failed"));
      default -> Optional.empty();
    };
  }

  @PostMapping("/sign-in")
  @OpenToAll("this is signing in")
  ResponseEntity<? extends Page> signIn(
      Frame frame,
      HttpServletRequest request,
      CallerAddress address,
      @ModelAttribute PasswordSignIn.Typed typed,
      @RequestParam(defaultValue = "/") String then) {
    return switch (passwords.attempt(typed, address)) {
      case PasswordSignIn.Attempt.Proven(PersonId person) -> {
        sessions.signIn(request, person, Sessions.Method.PASSWORD);
        yield Forms.redirect(Forms.ownPath(then));
      }
      case PasswordSignIn.Attempt.Refused() -> refuse(frame, typed, then);
      case PasswordSignIn.Attempt.Throttled(Duration delay) -> throttled(frame, typed, then, delay);
      case PasswordSignIn.Attempt.Busy(Duration delay) -> busy(frame, typed, then, delay);
    };
  }

  @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  @OpenToAll("this is signing in")
  String passkeyOptions(HttpServletRequest request, CallerAddress address) {
    return passkeys.startSignIn(request, address);
  }

  @PostMapping("/sign-in/passkey")
  @OpenToAll("this is signing in")
  ResponseEntity<Map<String, String>> passkey(
      HttpServletRequest request,
      CallerAddress address,
      @RequestBody String credential,
      @RequestParam(defaultValue = "/") String then) {
    Optional<PersonId> proven = passkeys
        .prove(request, credential, address)
        .filter(id -> people.find(id).filter(this::mayEnter).isPresent());
    if (proven.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of());
    }
    sessions.signIn(request, proven.get(), Sessions.Method.PASSKEY);
    return ResponseEntity.ok(Map.of("location", Forms.ownPath(then)));
  }

  @PostMapping("/sign-out")
  @OpenToAll("signing out twice is no mistake")
  ResponseEntity<Page> signOut(HttpServletRequest request) {
    sessions.signOut(request);
    return Forms.redirect("/sign-in");
  }

  private boolean mayEnter(Person person) {
    return person.state() == Person.State.ACTIVE;
  }

  private ResponseEntity<? extends Page> busy(
      Frame frame, PasswordSignIn.Typed typed, String then, Duration delay) {
    String problem = frame.text("access.problem.busy", delay.toSeconds());
    return Forms.busy(page(frame, typed.email(), then, Optional.of(problem)), delay);
  }

  private ResponseEntity<? extends Page> throttled(
      Frame frame, PasswordSignIn.Typed typed, String then, Duration delay) {
    String problem =
        frame.text("access.sign-in.problem.throttled", delay.plusSeconds(59).toMinutes());
    return Forms.later(
        HttpStatus.TOO_MANY_REQUESTS,
        page(frame, typed.email(), then, Optional.of(problem)),
        delay);
  }

  private ResponseEntity<? extends Page> refuse(
      Frame frame, PasswordSignIn.Typed typed, String then) {
    String problem = frame.text("access.sign-in.problem.refused");
    return Forms.page(
        HttpStatus.UNAUTHORIZED, page(frame, typed.email(), then, Optional.of(problem)));
  }

  private SignInPage page(Frame frame, String email, String then, Optional<String> problem) {
    AccessSettings.Oidc oidc = settings.oidc();
    return new SignInPage(
        frame,
        email,
        Forms.ownPath(then),
        problem,
        Optional.of(oidc.name()).filter(name -> oidc.isOn()));
  }
}
