package org.vigie.server.bank.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.PolicyCatalogue;

@Controller
@RequestMapping("/banks")
class BanksController {
  private static final int SET_ASIDE = 100;
  private static final int CLOSED = 50;
  private static final Map<ProblemType, String> FIELDS = Map.of(
      BankProblems.NAME_TAKEN, "name",
      BankProblems.CHANGED_MEANWHILE, "version",
      ProblemType.INVALID_FIELD, "category");

  private final Banks banks;
  private final StoredMembers members;
  private final BankPaths paths;

  BanksController(Banks banks, StoredMembers members, BankPaths paths) {
    this.banks = banks;
    this.members = members;
    this.paths = paths;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  BanksPage all(Frame frame) {
    List<Bank> open = banks.list();
    Map<BankId, String> names =
        open.stream().collect(Collectors.toMap(Bank::id, bank -> bank.name().value()));
    PolicyCatalogue catalogue = paths.catalogue();
    return new BanksPage(
        frame,
        open.stream().map(bank -> BankRow.of(bank, catalogue, frame.texts())).toList(),
        banks.closed().stream()
            .limit(CLOSED)
            .map(bank -> closed(BankRow.of(bank, catalogue, frame.texts()), bank.id()))
            .toList(),
        members.setAside(SET_ASIDE).stream()
            .filter(member -> names.containsKey(member.bank()))
            .map(member ->
                MemberRow.of(member, names.getOrDefault(member.bank(), ""), frame.texts()))
            .toList(),
        Viewer.may(Permission.BANKS_WRITE));
  }

  private static BanksPage.ClosedRow closed(BankRow row, BankId id) {
    return new BanksPage.ClosedRow(
        id.value(), row.version(), row.name(), row.category(), row.members());
  }

  @GetMapping("/new")
  @ResponseBody
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  BankFormPage blank(Frame frame) {
    return form(frame, "/banks", BankForm.empty(), FormErrors.NONE);
  }

  @PostMapping
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<? extends Page> create(Frame frame, Caller caller, @ModelAttribute BankForm form) {
    return saved(frame, "/banks", form, draft -> banks.create(draft, caller));
  }

  @GetMapping("/{name}/edit")
  @ResponseBody
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  BankFormPage filled(Frame frame, @PathVariable String name) {
    BankForm form = BankForm.of(paths.bank(name));
    return form(frame, "/banks/" + name + "/edit", form, FormErrors.NONE);
  }

  @PostMapping("/{name}/edit")
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<? extends Page> edit(
      Frame frame, Caller caller, @PathVariable String name, @ModelAttribute BankForm form) {
    BankId id = paths.bank(name).id();
    return saved(
        frame,
        "/banks/" + name + "/edit",
        form,
        draft -> banks.edit(id, form.version(), draft, caller));
  }

  /// Closes a bank whose name the person typed.
  @PostMapping("/{name}/close")
  @Requires(Permission.BANKS_WRITE)
  String close(
      Frame frame,
      Caller caller,
      @PathVariable String name,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String typed,
      RedirectAttributes redirect) {
    Bank bank = paths.bank(name);
    if (!typed.strip().equals(bank.name().value())) {
      FlashMessages.add(redirect, frame.text("bank.notice.not-closed", name));
      return "redirect:/banks/" + name;
    }
    banks.close(bank.id(), version, caller);
    FlashMessages.add(redirect, frame.text("bank.notice.closed", name));
    return "redirect:/banks";
  }

  @PostMapping("/closed/{id}/reopen")
  @Requires(Permission.BANKS_WRITE)
  String reopen(
      Frame frame,
      Caller caller,
      @PathVariable int id,
      @RequestParam int version,
      RedirectAttributes redirect) {
    try {
      String name = banks.reopen(new BankId(id), version, caller).name().value();
      FlashMessages.add(redirect, frame.text("bank.notice.reopened", name));
      return "redirect:/banks/" + name;
    } catch (ProblemException e) {
      if (!e.type().equals(BankProblems.NAME_TAKEN)) {
        throw e;
      }
      FlashMessages.add(redirect, frame.text("bank.notice.name-taken"));
      return "redirect:/banks";
    }
  }

  private interface Saving {
    Bank save(BankDraft draft);
  }

  private ResponseEntity<? extends Page> saved(
      Frame frame, String action, BankForm form, Saving saving) {
    FormErrors errors = form.errors(frame.texts());
    if (!errors.isEmpty()) {
      return again(form(frame, action, form, errors));
    }
    try {
      Bank bank = saving.save(paths.checked(form.draft()));
      return Redirects.to("/banks/" + bank.name().value());
    } catch (ProblemException e) {
      String field = Optional.ofNullable(FIELDS.get(e.type())).orElseThrow(() -> e);
      String sentence = frame.text("bank.problem." + field);
      return again(form(frame, action, form, FormErrors.NONE.with(field, sentence)));
    }
  }

  private static ResponseEntity<BankFormPage> again(BankFormPage page) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
  }

  private BankFormPage form(Frame frame, String action, BankForm form, FormErrors errors) {
    List<Choice> kinds = List.of(
        new Choice(
            EnumWords.of(BankKind.POSITIVE), frame.texts().get("bank.kind", BankKind.POSITIVE)),
        new Choice(
            EnumWords.of(BankKind.NEGATIVE), frame.texts().get("bank.kind", BankKind.NEGATIVE)));
    return new BankFormPage(frame, action, form, errors, kinds, categories(frame, form.category()));
  }

  /// Returns the categories to choose from. A chosen category that the catalogue no longer has is
  /// a choice by its key.
  private BankFormPage.Categories categories(Frame frame, String chosen) {
    PolicyCatalogue catalogue = paths.catalogue();
    boolean known = catalogue.categories().stream()
        .anyMatch(category -> category.key().value().equals(chosen));
    Choice first = known || chosen.isEmpty()
        ? new Choice("", frame.text("bank.category.choose"))
        : new Choice(chosen, chosen);
    return new BankFormPage.Categories(
        List.of(first), catalogue.choices(frame.texts().language()));
  }
}
