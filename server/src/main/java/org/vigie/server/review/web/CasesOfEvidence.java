package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.evidence.EvidenceCase;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.review.store.CaseStore;

/// Links evidence to the pages of its cases.
record CasesOfEvidence(CaseStore cases) implements EvidenceCases {
  @Override
  public List<EvidenceCase> of(EvidenceId id) {
    return cases.ofEvidence(id).stream().map(CasesOfEvidence::page).toList();
  }

  private static EvidenceCase page(CaseStore.OfEvidence found) {
    SubjectPage page = new SubjectPage(Claims.address(found.id()), Permission.CASES_READ);
    return new EvidenceCase(found.id().value(), page, found.open());
  }
}
