package org.vigie.server.evidence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.server.evidence.EvidenceCase;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Frame;

/// The cases that rely on an object, in words, with a link for whoever may open them.
public final class CaseLinks {
  private final List<EvidenceCases> cases;

  public CaseLinks(List<EvidenceCases> cases) {
    this.cases = List.copyOf(cases);
  }

  /// A case.
  ///
  /// @param path of its page; null for viewers who may not open it
  public record Link(String words, @Nullable String path) {}

  /// Returns the cases of an object that are not decided.
  List<Link> open(Frame frame, EvidenceId id) {
    return of(id).stream()
        .filter(EvidenceCase::open)
        .map(each -> link(frame, each))
        .toList();
  }

  private List<EvidenceCase> of(EvidenceId id) {
    return cases.stream().flatMap(each -> each.of(id).stream()).toList();
  }

  private static Link link(Frame frame, EvidenceCase one) {
    boolean may = EvidenceViews.may(one.page().permission());
    return new Link(
        frame.text("evidence.case", Long.toString(one.number())),
        may ? one.page().path() : null);
  }
}
