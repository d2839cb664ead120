package org.vigie.server.evidence.web;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantStanding;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.vault.EvidenceRefusedException;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// Opens sealed objects for the holder of a grant for the law. The custody chain and the ledger
/// record each opening and copy before a byte leaves.
@Controller
@RequestMapping("/evidence/{id}/grants/{grant}")
class OpenedController {
  /// The parameter of the page after a copy was requested without a purpose.
  private static final String UNSAID = "unsaid";

  /// The strength of the veil over evidence that is opened for the law.
  private static final int STRENGTH = 2;

  private final Vault vault;
  private final Grants grants;
  private final GrantRows rows;
  private final HoldForms forms;
  private final Renditions renditions;

  OpenedController(
      Vault vault, Grants grants, GrantRows rows, HoldForms forms, Renditions renditions) {
    this.vault = vault;
    this.grants = grants;
    this.rows = rows;
    this.forms = forms;
    this.renditions = renditions;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(value = Look.Kind.RECORDED, subject = "evidence:{id}")
  OpenedPage page(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @PathVariable String grant,
      @RequestParam(defaultValue = "") String copy) {
    EvidenceObject object = object(id);
    Grant given = standing(caller, object, grant);
    FormErrors errors =
        copy.equals(UNSAID) ? forms.textErrors(frame, "purpose", "") : FormErrors.NONE;
    return new OpenedPage(frame, object, rows.row(frame, caller.id(), given), errors);
  }

  /// Without `veiled`, sends the original; with it, a rendition.
  @GetMapping("/content")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ResponseEntity<Resource> content(
      Caller.Person caller,
      @PathVariable String id,
      @PathVariable String grant,
      @RequestParam(defaultValue = "false") boolean veiled)
      throws IOException {
    EvidenceObject object = object(id);
    if (veiled) {
      return Sending.rendition(renditions.of(caller, object, given(object, grant), STRENGTH));
    }
    if (!Sending.isShown(object)) {
      throw Sending.notShown();
    }
    return Sending.shown(vault.open(caller, object.id(), given(object, grant)).begun());
  }

  @PostMapping("/copy")
  @Requires(Permission.EVIDENCE_GRANT)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ResponseEntity<Resource> copy(
      Frame frame,
      Caller.Person caller,
      @PathVariable String id,
      @PathVariable String grant,
      @RequestParam String purpose)
      throws IOException {
    EvidenceObject object = object(id);
    Grant given = given(object, grant);
    if (!forms.textErrors(frame, "purpose", purpose).isEmpty()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header("Location", EvidenceAddress.of(object.id(), given.id()) + "?copy=" + UNSAID)
          .build();
    }
    return Sending.file(vault.copy(caller, object.id(), given, purpose.strip()).begun());
  }

  private EvidenceObject object(String id) {
    EvidenceObject object = EvidenceAddress.find(vault, EvidenceAddress.id(id));
    if (object.state() == EvidenceObject.State.DESTROYED) {
      throw new EvidenceGoneException(object.id());
    }
    return object;
  }

  /// The vault checks that the grant is in force when it opens the object.
  private Grant given(EvidenceObject object, String grant) {
    return grants
        .find(EvidenceAddress.grant(grant))
        .filter(found -> found.purpose() == Purpose.LEGAL)
        .orElseThrow(() -> new EvidenceRefusedException(object.id()));
  }

  private Grant standing(Caller.Person caller, EvidenceObject object, String grant) {
    Grant given = given(object, grant);
    String reference = object.id().reference();
    if (grants.check(caller, given, reference) != GrantStanding.STANDS) {
      throw new EvidenceRefusedException(object.id());
    }
    return given;
  }
}
