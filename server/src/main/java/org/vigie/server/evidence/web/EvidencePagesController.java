package org.vigie.server.evidence.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceAct;
import org.vigie.server.evidence.EvidenceCatalogue;
import org.vigie.server.evidence.EvidenceFilter;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Shows people what the vault holds and who had it in hand, without content; holds are placed
/// and released here.
@Controller
@RequestMapping("/evidence")
class EvidencePagesController {
  private static final int PAGE = 50;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

  private final Vault vault;
  private final EvidenceCatalogue catalogue;
  private final HoldForms forms;
  private final AccessLedger ledger;

  EvidencePagesController(
      Vault vault, EvidenceCatalogue catalogue, HoldForms forms, AccessLedger ledger) {
    this.vault = vault;
    this.catalogue = catalogue;
    this.forms = forms;
    this.ledger = ledger;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.EVIDENCE_READ)
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
        shown.stream().map(object -> VaultPage.row(frame, object)).toList(),
        pager(filter, before, found));
  }

  private static EvidenceFilter filter(VaultPage.Filter filter, String before) {
    return new EvidenceFilter(
        chosen("kind", filter.kind(), EvidenceKind.values()),
        chosen("state", filter.state(), EvidenceObject.State.values()),
        Optional.of(filter.source().strip()).filter(each -> !each.isEmpty()),
        filter.held().equals("true"),
        before.isEmpty() ? Optional.empty() : Optional.of(id(before)));
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
  EvidencePage one(Frame frame, Caller caller, @PathVariable String id) {
    EvidenceObject object = find(id(id));
    ledger.record(caller, EvidenceAct.EVIDENCE_DESCRIBED, object.id().reference());
    return page(frame, object.id(), EvidencePage.HoldForm.EMPTY, FormErrors.NONE);
  }

  @PostMapping("/{id}/holds")
  @Requires(Permission.EVIDENCE_GRANT)
  ResponseEntity<Page> hold(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String source,
      @RequestParam String reference,
      @RequestParam(defaultValue = "") String expires) {
    EvidencePage.HoldForm form = new EvidencePage.HoldForm(source, reference, expires);
    EvidenceObject object = find(id(id));
    if (object.state() == EvidenceObject.State.DESTROYED) {
      throw new ProblemException(
          ProblemType.CONFLICT, "It was destroyed, and nothing can be held any more.", Map.of());
    }
    FormErrors errors = forms.errors(frame, form);
    if (!errors.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(page(frame, object.id(), form, errors));
    }
    vault.hold(caller, object.id(), source.strip(), reference.strip(), forms.end(expires));
    return back(object.id());
  }

  @PostMapping("/{id}/holds/release")
  @Requires(Permission.EVIDENCE_GRANT)
  ResponseEntity<Page> release(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @RequestParam String hold,
      @RequestParam String reason) {
    EvidenceObject object = find(id(id));
    Hold standing = vault.holds(object.id()).stream()
        .filter(each -> each.id().value().toString().equals(hold))
        .findFirst()
        .orElseThrow(EvidencePagesController::missing);
    FormErrors errors = forms.reasonErrors(frame, reason);
    if (!errors.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(page(frame, object.id(), EvidencePage.HoldForm.EMPTY, errors));
    }
    vault.release(caller, standing.id(), reason.strip());
    return back(object.id());
  }

  private static ResponseEntity<Page> back(EvidenceId id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", "/evidence/" + id.value())
        .build();
  }

  private EvidencePage page(
      Frame frame, EvidenceId id, EvidencePage.HoldForm form, FormErrors errors) {
    EvidenceObject object = find(id);
    return new EvidencePage(
        frame,
        object,
        new EvidencePage.Chain(vault.custody(id), catalogue.custodyDefect(id)),
        vault.holds(id),
        form,
        mayHold(),
        errors);
  }

  /// What decides is the permission of the handler; the page only leaves its forms out.
  private static boolean mayHold() {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null && viewer.getAuthorities().contains(Permission.EVIDENCE_GRANT);
  }

  private EvidenceObject find(EvidenceId id) {
    return vault.find(id).orElseThrow(EvidencePagesController::missing);
  }

  private static EvidenceId id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw missing();
    }
    return new EvidenceId(UUID.fromString(text));
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such evidence.", Map.of());
  }
}
