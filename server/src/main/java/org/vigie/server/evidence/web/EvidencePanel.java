package org.vigie.server.evidence.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.evidence.store.EvidenceTally;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;

/// Counts the objects of the vault on the first page.
record EvidencePanel(EvidenceCatalogue catalogue) implements HomePanel {
  @Override
  public int order() {
    return 25;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.EVIDENCE_READ;
  }

  @Override
  public View view(Texts texts) {
    EvidenceTally tally = catalogue.tally();
    return new View(
        texts.get("evidence.title"),
        List.of(
            new Figure(texts.number(tally.sealed()), texts.get("evidence.panel.sealed")),
            new Figure(texts.number(tally.held()), texts.get("evidence.panel.held"))),
        List.of(),
        Optional.of(new Link(texts.get("evidence.panel.link"), "/evidence")));
  }
}
