package org.vigie.server.access.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.KeyRotation;
import org.vigie.server.access.Look;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.OldSecretEnding;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// One API key: its page, and its rotation.
@Controller
@RequestMapping("/keys/{id}")
class KeyController {
  private static final String USUAL = "7";
  private static final List<String> DAYS = List.of(USUAL, "1", "30", "0");

  private final ApiKeys keys;
  private final InstantSource clock;

  KeyController(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.KEYS_READ)
  @Look(value = Look.Kind.RECORDED, subject = "key:{id}")
  ResponseEntity<KeyPage> one(Frame frame, @PathVariable String id) {
    return Forms.page(page(frame, key(id), USUAL, "", FormErrors.NONE));
  }

  @PostMapping("/rotate")
  @Requires(Permission.KEYS_WRITE)
  @Look(value = Look.Kind.RECORDED, subject = "key:{id}")
  ResponseEntity<? extends Page> rotate(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String old,
      @RequestParam(defaultValue = "") String expires) {
    ApiKey key = key(id);
    Optional<Instant> end = KeyEnds.after(expires, clock.instant());
    FormErrors errors = Forms.when(
        !DAYS.contains(old), FormErrors.NONE, "old", frame.text("access.error.old-days"));
    errors = Forms.when(
        !expires.isEmpty() && end.isEmpty(), errors, "expires", frame.text("access.error.expires"));
    if (!errors.isEmpty()) {
      return Forms.again(page(frame, key, USUAL, expires, errors));
    }
    Duration oldCountsFor = Duration.ofDays(Integer.parseInt(old));
    return switch (keys.rotate(caller, key.id(), oldCountsFor, end)) {
      case KeyRotation.Rotated(NewKey made, Instant oldEndsAt) ->
        Forms.page(shown(frame, made, oldEndsAt));
      case KeyRotation.StillRotating _ ->
        refused(frame, key, expires, "access.error.still-rotating");
      case KeyRotation.Over _, KeyRotation.UnknownKey _ ->
        refused(frame, key, expires, "access.error.key-over");
    };
  }

  private ResponseEntity<KeyPage> refused(
      Frame frame, ApiKey key, String expires, String sentence) {
    FormErrors errors = FormErrors.NONE.with("old", frame.text(sentence));
    return Forms.again(page(frame, key, "0", expires, errors));
  }

  private ShownOncePage shown(Frame frame, NewKey made, Instant oldEndsAt) {
    String sentence = clock.instant().isBefore(oldEndsAt)
        ? frame.text("access.key.rotated", frame.texts().time(oldEndsAt))
        : frame.text("access.key.rotated-at-once");
    return new ShownOncePage(
        frame,
        frame.text("access.key.new-secret"),
        made.key().limits().test()
            ? frame.text("access.key.test-sentence") + " " + sentence
            : sentence,
        List.of(made.token().text()),
        "/keys/" + made.key().id().value());
  }

  @PostMapping("/end-old-secret")
  @Requires(Permission.KEYS_WRITE)
  String endOldSecret(
      Frame frame, Caller.Person caller, @PathVariable String id, RedirectAttributes redirect) {
    OldSecretEnding ending = keys.endOldSecret(caller, key(id).id());
    FlashMessages.add(redirect, frame.texts().get("access.old-secret", ending));
    return "redirect:/keys/" + id;
  }

  /// Revokes a key whose name the person typed: programs stop at once, and there is no way back.
  @PostMapping("/revoke")
  @Requires(Permission.KEYS_WRITE)
  @Look(value = Look.Kind.RECORDED, subject = "key:{id}")
  Object revoke(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String typed,
      RedirectAttributes redirect) {
    ApiKey key = key(id);
    if (!typed.strip().equals(key.name().value())) {
      FormErrors errors = FormErrors.NONE.with("typed", frame.text("access.error.typed"));
      return Forms.again(page(frame, key, USUAL, "", errors));
    }
    KeyRevocation ending = keys.revoke(caller, key.id());
    FlashMessages.add(redirect, frame.texts().get("access.revocation", ending));
    return "redirect:/keys";
  }

  private ApiKey key(String id) {
    return keyId(id)
        .flatMap(keys::find)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such key.", Map.of()));
  }

  private static Optional<KeyId> keyId(String text) {
    return KeyId.isValid(text) ? Optional.of(new KeyId(text)) : Optional.empty();
  }

  private KeyPage page(Frame frame, ApiKey key, String old, String expires, FormErrors errors) {
    Instant now = clock.instant();
    KeyViews views = new KeyViews(frame, now);
    List<Choice> choices = Stream.of("7", "1", "30", "0")
        .map(days -> new Choice(days, frame.text("access.key.old-days." + days)))
        .toList();
    return new KeyPage(
        frame,
        views.row(key),
        frame.texts().time(key.history().createdAt()),
        key.rotating(now)
            .map(last ->
                new KeyPage.OldSecret(frame.texts().time(last.oldEndsAt()), views.oldUse(last))),
        Viewer.may(Permission.KEYS_WRITE),
        new KeyPage.RotationForm(old, choices, expires),
        errors);
  }
}
