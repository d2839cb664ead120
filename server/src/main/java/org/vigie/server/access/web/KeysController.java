package org.vigie.server.access.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Look;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Scope;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

@Controller
@RequestMapping("/keys")
class KeysController {
  private final ApiKeys keys;
  private final InstantSource clock;

  KeysController(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.KEYS_READ)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<KeysPage> all(Frame frame) {
    return Forms.page(page(frame, KeyForm.empty(), FormErrors.NONE));
  }

  @PostMapping
  @Requires(Permission.KEYS_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> add(
      Frame frame,
      Caller.Person caller,
      @RequestParam String name,
      @RequestParam String rate,
      @RequestParam(name = "scope", defaultValue = "") Set<Scope> scopes,
      @RequestParam(defaultValue = "") String expires,
      @RequestParam(defaultValue = "") String networks,
      @RequestParam(defaultValue = "false") boolean test) {
    KeyForm form = new KeyForm(name, rate, scopes, expires, networks, test);
    Instant now = clock.instant();
    FormErrors errors = form.errors(frame, now);
    if (!errors.isEmpty()) {
      return Forms.again(page(frame, form, errors));
    }
    NewKey made =
        keys.add(caller, new KeyName(name), scopes, form.ratePerSecond(), form.limits(now));
    return Forms.page(new ShownOncePage(
        frame,
        frame.text("access.key.title"),
        sentence(frame, made),
        List.of(made.token().text()),
        "/keys"));
  }

  private static String sentence(Frame frame, NewKey made) {
    String sentence = frame.text("access.key.sentence");
    if (made.key().limits().test()) {
      return frame.text("access.key.test-sentence") + " " + sentence;
    }
    return made.key().scopes().contains(Scope.FLAG)
        ? sentence + " " + frame.text("access.key.bind", made.key().id().value())
        : sentence;
  }

  private KeysPage page(Frame frame, KeyForm form, FormErrors errors) {
    KeyViews views = new KeyViews(frame, clock.instant());
    return new KeysPage(
        frame,
        keys.all().stream().map(views::row).toList(),
        Viewer.may(Permission.KEYS_WRITE),
        Arrays.stream(Scope.values())
            .map(scope -> views.box(scope, form.scopes()))
            .toList(),
        form,
        errors);
  }
}
