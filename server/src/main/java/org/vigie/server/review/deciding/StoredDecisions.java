package org.vigie.server.review.deciding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Decisions;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;

/// Reads decisions from the database.
public final class StoredDecisions implements Decisions {
  private final DecisionStore decisions;
  private final CaseStore cases;
  private final Function<List<CaseSource>, Stream<Subject>> subjects;

  /// @param subjects the content of sources
  public StoredDecisions(
      DecisionStore decisions,
      CaseStore cases,
      Function<List<CaseSource>, Stream<Subject>> subjects) {
    this.decisions = decisions;
    this.cases = cases;
    this.subjects = subjects;
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    return decisions
        .find(id)
        .filter(stored -> stored.state() == DecisionStore.State.FINAL)
        .map(DecisionStore.Stored::decision);
  }

  @Override
  public boolean isInForce(DecisionId id) {
    return decisions.isInForce(id);
  }

  @Override
  public Optional<Subject> subject(CaseId id) {
    return cases.find(id).map(Case::subject);
  }

  @Override
  public List<Subject> messages(CaseId id) {
    return Stream.concat(subject(id).stream(), subjects.apply(cases.allSources(id)))
        .filter(subject -> subject.message().isPresent())
        .distinct()
        .toList();
  }
}
