package org.vigie.server.bank.web;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;

@Controller
@RequestMapping("/banks/{name}/members")
class MemberController {
  private final StoredMembers members;
  private final BankPaths paths;
  private final SignalTypes types = SignalTypes.installed();

  MemberController(StoredMembers members, BankPaths paths) {
    this.members = members;
    this.paths = paths;
  }

  @GetMapping("/new")
  @ResponseBody
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.RECORDED)
  MemberFormPage blank(Frame frame, @PathVariable String name) {
    String bank = paths.bank(name).name().value();
    return new MemberFormPage(frame, bank, MemberForm.empty(), FormErrors.NONE);
  }

  @PostMapping
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> add(
      Frame frame, Caller caller, @PathVariable String name, @ModelAttribute MemberForm form) {
    Bank bank = paths.bank(name);
    try {
      List<MemberSignal> signals = form.parsed(types);
      Member member = members.add(bank.id(), signals, form.description(), caller);
      return Redirects.to("/banks/" + name + "/members/" + member.id().value());
    } catch (ProblemException e) {
      Object field = e.fields().getOrDefault("field", "");
      String shown = field.equals("reference") || field.equals("member") ? "reference" : "signals";
      String text = field.toString().startsWith("signals[") ? "not-pdq" : shown;
      FormErrors errors = FormErrors.NONE.with(shown, frame.text("bank.error." + text));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(new MemberFormPage(frame, name, form, errors));
    }
  }

  @GetMapping("/{id}")
  @ResponseBody
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.RECORDED)
  MemberPage one(Frame frame, @PathVariable String name, @PathVariable long id) {
    return page(frame, name, paths.member(paths.bank(name), id), FormErrors.NONE);
  }

  private MemberPage page(Frame frame, String bank, Member member, FormErrors errors) {
    MemberStatus status = member.status();
    boolean write = Viewer.may(Permission.BANKS_WRITE);
    boolean setAside = status == MemberStatus.SET_ASIDE;
    return new MemberPage(
        frame,
        MemberRow.of(member, bank, frame.texts()),
        members.history(member.id()).stream()
            .map(event -> EventRow.of(event, frame.texts()))
            .toList(),
        errors,
        write && status == MemberStatus.ACTIVE,
        status != MemberStatus.WITHDRAWN
            && (setAside ? Viewer.may(Permission.FLOOD_DECIDE) : write),
        status != MemberStatus.ACTIVE && (setAside ? Viewer.may(Permission.FLOOD_DECIDE) : write),
        setAside);
  }

  @PostMapping("/{id}/status")
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> change(
      Frame frame,
      Caller caller,
      @PathVariable String name,
      @PathVariable long id,
      @ModelAttribute Decision decision) {
    Member member = paths.member(paths.bank(name), id);
    return changed(frame, caller, member, name, decision);
  }

  /// Decides on a member that was set aside: leads may do so, and change nothing else.
  @PostMapping("/{id}/flood")
  @Requires(Permission.FLOOD_DECIDE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> decide(
      Frame frame,
      Caller caller,
      @PathVariable String name,
      @PathVariable long id,
      @ModelAttribute Decision decision) {
    Member member = paths.member(paths.bank(name), id);
    if (member.status() != MemberStatus.SET_ASIDE) {
      throw Statuses.notSetAside();
    }
    return changed(frame, caller, member, name, decision);
  }

  /// A decision about a member.
  record Decision(String status, String reason) {}

  private ResponseEntity<? extends Page> changed(
      Frame frame, Caller caller, Member member, String bank, Decision decision) {
    MemberStatus to = EnumWords.read(MemberStatus.class, "status", decision.status());
    Statuses.check(member.status(), to, Viewer.may(Permission.FLOOD_DECIDE));
    if (decision.reason().isBlank() || decision.reason().length() > StatusChange.MAX_REASON) {
      FormErrors errors = FormErrors.NONE.with("reason", frame.text("bank.error.reason"));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(page(frame, bank, member, errors));
    }
    StatusChange change = new StatusChange(to, decision.reason(), OptionalInt.of(member.version()));
    members.change(member.id(), change, caller);
    return Redirects.to("/banks/" + bank + "/members/" + member.id().value());
  }
}
