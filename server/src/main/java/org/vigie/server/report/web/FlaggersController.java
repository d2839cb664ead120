package org.vigie.server.report.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// Where two of our people verify which organisations are flaggers.
@Controller
@RequestMapping("/flaggers")
class FlaggersController {
  private static final int LONGEST_AWARDER = 200;

  private final FlaggerRegister flaggers;
  private final FlaggersPages pages;

  FlaggersController(FlaggerRegister flaggers, FlaggersPages pages) {
    this.flaggers = flaggers;
    this.pages = pages;
  }

  @GetMapping
  @Requires(Permission.FLAGGERS_READ)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<FlaggersPage> all(Frame frame, Caller.Person caller) {
    return Answers.page(pages.page(frame, caller, Map.of(), Set.of(), FormErrors.NONE));
  }

  @PostMapping
  @Requires(Permission.FLAGGERS_WRITE)
  @Look(Look.Kind.RECORDED)
  Object propose(
      Frame frame,
      Caller.Person caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "category", defaultValue = "") Set<String> categories,
      RedirectAttributes redirect) {
    FormErrors errors = errors(frame, typed, categories);
    if (!errors.isEmpty()) {
      return Answers.page(
          HttpStatus.UNPROCESSABLE_CONTENT, pages.page(frame, caller, typed, categories, errors));
    }
    flaggers.propose(caller, flagger(typed, categories));
    FlashMessages.add(redirect, frame.text("report.flaggers.proposed"));
    return "redirect:/flaggers";
  }

  private FormErrors errors(Frame frame, Map<String, String> typed, Set<String> categories) {
    FormErrors errors = FormErrors.NONE;
    if (organisation(typed.getOrDefault("organisation", "")).isEmpty()) {
      errors = errors.with("organisation", frame.text("report.flaggers.error.organisation"));
    }
    if (EnumWords.find(Flagger.Status.class, typed.getOrDefault("status", "")).isEmpty()) {
      errors = errors.with("status", frame.text("report.flaggers.error.status"));
    }
    if (!pages.areKnown(categories)) {
      errors = errors.with("category", frame.text("report.flaggers.error.category"));
    }
    String awarder = typed.getOrDefault("awarder", "").strip();
    if (awarder.isEmpty() || awarder.length() > LONGEST_AWARDER || awarder.indexOf('\0') >= 0) {
      errors = errors.with("awarder", frame.text("report.flaggers.error.awarder"));
    }
    Optional<LocalDate> from = date(typed, "from");
    Optional<LocalDate> until = date(typed, "until");
    if (from.isEmpty()) {
      errors = errors.with("from", frame.text("report.flaggers.error.date"));
    }
    boolean said = !typed.getOrDefault("until", "").isEmpty();
    boolean ordered = until.isPresent() && from.isPresent() && !until.get().isBefore(from.get());
    if (said && !ordered) {
      errors = errors.with("until", frame.text("report.flaggers.error.date"));
    }
    return errors;
  }

  private Optional<OrganisationId> organisation(String text) {
    return pages.organisations().stream()
        .map(Organisation::id)
        .filter(id -> id.value().toString().equals(text))
        .findFirst();
  }

  private static Optional<LocalDate> date(Map<String, String> typed, String field) {
    try {
      return Optional.of(LocalDate.parse(typed.getOrDefault(field, "")));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Flagger flagger(Map<String, String> typed, Set<String> categories) {
    return new Flagger(
        organisation(typed.getOrDefault("organisation", "")).orElseThrow(),
        EnumWords.read(Flagger.Status.class, "status", typed.get("status")),
        typed.getOrDefault("awarder", "").strip(),
        categories.stream().map(CategoryKey::new).collect(Collectors.toUnmodifiableSet()),
        date(typed, "from").orElseThrow(),
        date(typed, "until"),
        new Flagger.Check.Proposed("", java.time.Instant.EPOCH));
  }

  @PostMapping("/{id}/verify")
  @Requires(Permission.FLAGGERS_WRITE)
  @Look(Look.Kind.RECORDED)
  Object verify(
      Frame frame, Caller.Person caller, @PathVariable UUID id, RedirectAttributes redirect) {
    OrganisationId organisation = new OrganisationId(id);
    FlaggerRegister.Change change = flaggers.verify(caller, organisation);
    return switch (change) {
      case DONE -> told(frame, redirect, change);
      case NOTHING_TO_DO, NO_SUCH_KEY, SAME_PERSON, SAME_ORIGIN, NOT_PERMITTED ->
        refused(frame, caller, organisation, change);
    };
  }

  private ResponseEntity<FlaggersPage> refused(
      Frame frame,
      Caller.Person caller,
      OrganisationId organisation,
      FlaggerRegister.Change change) {
    String why = flaggers
        .find(organisation)
        .flatMap(flagger -> pages.hindrance(frame, caller, flagger.check()))
        .orElseGet(() -> frame.texts().get("report.flaggers.change", change));
    FormErrors errors = FormErrors.NONE.with("flaggers", why);
    return Answers.page(HttpStatus.CONFLICT, pages.page(frame, caller, Map.of(), Set.of(), errors));
  }

  @PostMapping("/{id}/end")
  @Requires(Permission.FLAGGERS_WRITE)
  String end(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String sure,
      RedirectAttributes redirect) {
    if (sure.isEmpty()) {
      FlashMessages.add(redirect, frame.text("report.flaggers.not-sure"));
      return "redirect:/flaggers";
    }
    return told(frame, redirect, flaggers.end(caller, new OrganisationId(id)));
  }

  @PostMapping("/{id}/keys")
  @Requires(Permission.FLAGGERS_WRITE)
  String bind(
      Frame frame,
      Caller.Person caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String key,
      RedirectAttributes redirect) {
    return told(frame, redirect, flaggers.bind(caller, new OrganisationId(id), key.strip()));
  }

  private static String told(
      Frame frame, RedirectAttributes redirect, FlaggerRegister.Change change) {
    FlashMessages.add(redirect, frame.texts().get("report.flaggers.change", change));
    return "redirect:/flaggers";
  }
}
