package org.vigie.server.evidence.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.evidence.custody.EvidenceAct;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.keeping.UnknownHoldException;
import org.vigie.server.evidence.store.EvidenceFilter;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.ProblemException;

/// Shows people the objects of the vault and their custody chains, without content; holds are
/// placed and released here.
@Controller
@RequestMapping("/evidence")
class EvidencePagesController {
  private static final int PAGE = 50;
  private final Vault vault;
  private final EvidenceCatalogue catalogue;
  private final EvidenceViews views;
  private final HoldForms forms;
  private final AccessLedger ledger;

  EvidencePagesController(
      Vault vault,
      EvidenceCatalogue catalogue,
      EvidenceViews views,
      HoldForms forms,
      AccessLedger ledger) {
    this.vault = vault;
    this.catalogue = catalogue;
    this.views = views;
    this.forms = forms;
    this.ledger = ledger;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.EVIDENCE_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  VaultPage list(
      Frame frame,
      Caller caller,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String held,
      @RequestParam(defaultValue = "") String before) {
    VaultPage.Filter filter = new VaultPage.Filter(kind, state, source, held);
    List<EvidenceObject> found = catalogue.list(filter(filter, before), PAGE + 1);
    List<EvidenceObject> shown = found.subList(0, Math.min(PAGE, found.size()));
    ledger.record(caller, EvidenceAct.EVIDENCE_LISTED, "evidence");
    return new VaultPage(
        frame,
        filter,
        shown.stream().map(object -> views.row(frame, object)).toList(),
        pager(filter, before, found),
        Viewer.may(Permission.GRANTS_READ));
  }

  private static EvidenceFilter filter(VaultPage.Filter filter, String before) {
    return new EvidenceFilter(
        chosen("kind", filter.kind(), EvidenceKind.values()),
        chosen("state", filter.state(), EvidenceObject.State.values()),
        Optional.of(filter.source().strip()).filter(each -> !each.isEmpty()),
        filter.held().equals("true"),
        before.isEmpty() ? Optional.empty() : Optional.of(EvidenceAddress.id(before)));
  }

  private static <E extends Enum<E>> Optional<E> chosen(String field, String word, E[] all) {
    Optional<E> found =
        Arrays.stream(all).filter(each -> each.name().equals(word)).findFirst();
    if (found.isEmpty() && !word.isEmpty()) {
      throw ProblemException.ofField(field, "There is no such choice.");
    }
    return found;
  }

  private static Pager pager(VaultPage.Filter filter, String before, List<EvidenceObject> found) {
    Optional<String> first = before.isEmpty() ? Optional.empty() : Optional.of(address(filter, ""));
    Optional<String> next = found.size() > PAGE
        ? Optional.of(address(filter, found.get(PAGE - 1).id().value().toString()))
        : Optional.empty();
    return new Pager(first, next, "");
  }

  private static String address(VaultPage.Filter filter, String before) {
    return UriComponentsBuilder.fromPath("/evidence")
        .queryParam("kind", filter.kind())
        .queryParam("state", filter.state())
        .queryParam("source", filter.source())
        .queryParam("held", filter.held())
        .queryParam("before", before)
        .encode()
        .toUriString();
  }

  @GetMapping("/{id}")
  @ResponseBody
  @Requires(Permission.EVIDENCE_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  EvidencePage one(Frame frame, Caller caller, @PathVariable String id) {
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    ledger.record(caller, EvidenceAct.EVIDENCE_DESCRIBED, object.id().reference());
    return views.page(frame, caller, object.id(), EvidenceViews.Typed.NOTHING);
  }

  @PostMapping("/{id}/holds")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  ResponseEntity<Page> hold(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String source,
      @RequestParam String reference,
      @RequestParam(defaultValue = "") String expires) {
    EvidencePage.HoldForm form = new EvidencePage.HoldForm(source, reference, expires);
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    if (object.state() == EvidenceObject.State.DESTROYED) {
      throw new EvidenceGoneException(object.id());
    }
    FormErrors errors = forms.errors(frame, form);
    if (!errors.isEmpty()) {
      return EvidenceAddress.again(
          views.page(frame, caller, object.id(), EvidenceViews.Typed.holding(form, errors)));
    }
    vault.hold(caller, object.id(), source.strip(), reference.strip(), forms.end(expires));
    return EvidenceAddress.redirect(EvidenceAddress.of(object.id()));
  }

  @PostMapping("/{id}/holds/release")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  ResponseEntity<Page> release(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String hold,
      @RequestParam String reason) {
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    Hold standing = vault.holds(object.id()).stream()
        .filter(each -> each.id().value().toString().equals(hold))
        .findFirst()
        .orElseThrow(() -> new UnknownHoldException(EvidenceAddress.hold(hold)));
    FormErrors errors = forms.textErrors(frame, "reason", reason);
    if (!errors.isEmpty()) {
      return EvidenceAddress.again(
          views.page(frame, caller, object.id(), EvidenceViews.Typed.wrong(errors)));
    }
    vault.release(caller, standing.id(), reason.strip());
    return EvidenceAddress.redirect(EvidenceAddress.of(object.id()));
  }
}
