package org.vigie.server.evidence.web;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.evidence.EvidenceCatalogue;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// Puts together the page of a sealed object.
public final class EvidenceViews {
  private final Vault vault;
  private final EvidenceCatalogue catalogue;
  private final GrantRows rows;

  public EvidenceViews(Vault vault, EvidenceCatalogue catalogue, GrantRows rows) {
    this.vault = vault;
    this.catalogue = catalogue;
    this.rows = rows;
  }

  /// What was typed into the forms of the page, and what is wrong with it.
  record Typed(EvidencePage.HoldForm hold, EvidencePage.AskForm ask, FormErrors errors) {
    static final Typed NOTHING = wrong(FormErrors.NONE);

    static Typed wrong(FormErrors errors) {
      return holding(EvidencePage.HoldForm.EMPTY, errors);
    }

    static Typed holding(EvidencePage.HoldForm form, FormErrors errors) {
      return new Typed(form, EvidencePage.AskForm.EMPTY, errors);
    }

    static Typed asking(EvidencePage.AskForm form, FormErrors errors) {
      return new Typed(EvidencePage.HoldForm.EMPTY, form, errors);
    }
  }

  EvidencePage page(Frame frame, Caller viewer, EvidenceId id, Typed typed) {
    return new EvidencePage(
        frame,
        EvidenceAddress.find(vault, id),
        new EvidencePage.Chain(vault.custody(id), catalogue.custodyDefect(id)),
        vault.holds(id),
        leave(frame, viewer, id),
        new EvidencePage.Forms(typed.hold(), typed.ask(), mayGrant()),
        typed.errors());
  }

  private EvidencePage.Leave leave(Frame frame, Caller viewer, EvidenceId id) {
    if (!mayGrant() || !(viewer instanceof Caller.Person person)) {
      return new EvidencePage.Leave(List.of(), List.of());
    }
    String object = id.value().toString();
    return new EvidencePage.Leave(
        rows.waiting(frame, person.id()).stream()
            .filter(row -> row.covers(object))
            .toList(),
        rows.standing(frame, person.id()).stream()
            .filter(row -> row.covers(object))
            .toList());
  }

  /// What decides is the permission of the handler; the page only leaves its forms out.
  static boolean mayGrant() {
    return may(Permission.EVIDENCE_GRANT);
  }

  static boolean may(Permission permission) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null && viewer.getAuthorities().contains(permission);
  }
}
