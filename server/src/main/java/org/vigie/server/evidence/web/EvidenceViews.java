package org.vigie.server.evidence.web;

import java.util.List;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// Puts together the page of a sealed object.
final class EvidenceViews {
  private final Vault vault;
  private final EvidenceCatalogue catalogue;
  private final GrantRows rows;
  private final ChainRows chains;
  private final CaseLinks links;

  EvidenceViews(
      Vault vault, EvidenceCatalogue catalogue, GrantRows rows, ChainRows chains, CaseLinks links) {
    this.vault = vault;
    this.catalogue = catalogue;
    this.rows = rows;
    this.chains = chains;
    this.links = links;
  }

  /// The input of the page's forms, and its errors.
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
    EvidenceObject object = EvidenceAddress.find(vault, id);
    return new EvidencePage(
        frame,
        object,
        links.belongings(frame, object),
        chain(frame, object),
        holds(frame, id),
        leave(frame, viewer, id),
        new EvidencePage.Forms(typed.hold(), typed.ask(), mayGrant()),
        typed.errors());
  }

  /// Puts an object of the list into words.
  VaultPage.Row row(Frame frame, EvidenceObject object) {
    return VaultPage.row(frame, object, links.belongings(frame, object));
  }

  private EvidencePage.Chain chain(Frame frame, EvidenceObject object) {
    return new EvidencePage.Chain(
        vault.custody(object.id()).stream()
            .map(entry -> chains.entry(frame, object, entry))
            .toList(),
        catalogue.custodyDefect(object.id()));
  }

  private EvidencePage.Holds holds(Frame frame, EvidenceId id) {
    List<Hold> standing = vault.holds(id);
    return new EvidencePage.Holds(
        standing, standing.stream().map(hold -> chains.row(frame, hold)).toList());
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

  /// The handler checks the permission; the page only leaves its forms out.
  static boolean mayGrant() {
    return Viewer.may(Permission.EVIDENCE_GRANT);
  }
}
