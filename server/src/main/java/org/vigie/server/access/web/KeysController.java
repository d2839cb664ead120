package org.vigie.server.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.Look;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Scope;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Notices;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

@Controller
@RequestMapping("/keys")
class KeysController {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

  private final ApiKeys keys;

  KeysController(ApiKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  @Requires(Permission.KEYS_READ)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<KeysPage> all(Frame frame) {
    String rate = Integer.toString(ApiKeys.USUAL_RATE);
    return Forms.page(page(frame, "", rate, Set.of(), FormErrors.NONE));
  }

  @PostMapping
  @Requires(Permission.KEYS_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> add(
      Frame frame,
      Caller.Person caller,
      @RequestParam String name,
      @RequestParam String rate,
      @RequestParam(name = "scope", defaultValue = "") Set<Scope> scopes) {
    FormErrors errors = Forms.when(
        !KeyName.isValid(name), FormErrors.NONE, "name", frame.text("access.error.name"));
    errors = Forms.when(scopes.isEmpty(), errors, "scope", frame.text("access.error.scope"));
    errors = Forms.when(
        !isRate(rate), errors, "rate", frame.text("access.error.rate", ApiKeys.MAX_RATE));
    if (!errors.isEmpty()) {
      return Forms.again(page(frame, name, rate, scopes, errors));
    }
    NewKey made = keys.add(caller, new KeyName(name), scopes, Integer.parseInt(rate));
    return Forms.page(new ShownOncePage(
        frame,
        frame.text("access.key.title"),
        frame.text("access.key.sentence"),
        List.of(made.token().text()),
        "/keys"));
  }

  @PostMapping("/{id}/revoke")
  @Requires(Permission.KEYS_WRITE)
  String revoke(
      Frame frame, Caller.Person caller, @PathVariable String id, RedirectAttributes redirect) {
    KeyRevocation ending = keys.revoke(caller, new KeyId(id));
    Notices.tell(redirect, frame.texts().get("access.revocation", ending));
    return "redirect:/keys";
  }

  private static boolean isRate(String text) {
    return NUMBER.matcher(text).matches()
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= ApiKeys.MAX_RATE;
  }

  private KeysPage page(
      Frame frame, String name, String rate, Set<Scope> chosen, FormErrors errors) {
    return new KeysPage(
        frame,
        keys.all().stream().map(key -> row(frame, key)).toList(),
        Viewer.may(Permission.KEYS_WRITE),
        Arrays.stream(Scope.values())
            .map(scope -> new KeysPage.ScopeBox(
                scope.name(),
                scope.word() + ": " + frame.texts().get("access.scope", scope),
                chosen.contains(scope)))
            .toList(),
        name,
        rate,
        errors);
  }

  private static KeysPage.Row row(Frame frame, ApiKey key) {
    boolean counts = key.revokedAt().isEmpty();
    return new KeysPage.Row(
        key.id().value(),
        key.name().value(),
        key.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", ")),
        frame.texts().number(key.ratePerSecond()),
        frame.texts().time(key.createdAt()),
        key.lastUsedAt().map(frame.texts()::time).orElse(frame.text("access.key.never-used")),
        counts ? Tone.GOOD : Tone.BAD,
        frame.text(counts ? "access.key.counts" : "access.key.revoked"),
        counts);
  }
}
