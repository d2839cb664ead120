package org.vigie.server.review.opening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeReceived;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseSource.FromNotice;
import org.vigie.server.review.cases.ReviewListener;

/// Opens cases for notices. A redelivered notice changes nothing.
class NoticeCases {
  private final Notices notices;
  private final Accuracies accuracies;
  private final CaseOpening opening;
  private final TransactionOperations transactions;

  NoticeCases(
      Notices notices,
      Accuracies accuracies,
      CaseOpening opening,
      TransactionOperations transactions) {
    this.notices = notices;
    this.accuracies = accuracies;
    this.opening = opening;
    this.transactions = transactions;
  }

  @ReviewListener
  public void on(NoticeReceived received) {
    transactions.executeWithoutResult(_ -> open(notices
        .find(received.notice())
        .orElseThrow(() -> new IllegalStateException("a notice that was told of is not there"))));
  }

  private void open(Notice notice) {
    Optional<CaseSource> earlier =
        notice.duplicateOf().map(same -> new FromNotice(same, false, notice.receivedAt()));
    opening.open(source(notice), earlier);
  }

  /// A notice may name several messages of an account; the case is about the first.
  private NewSource source(Notice notice) {
    boolean lane = notice.origin() instanceof Origin.Flagger flagger && flagger.withinScope();
    return new NewSource(
        notice.claim().reported().getFirst().subject(),
        notice.claim().category(),
        new FromNotice(notice.id(), lane, notice.receivedAt()),
        organisation(notice.origin()),
        notice.evidence(),
        Set.of(),
        accuracies.ofSender(notice.id()),
        notices.circumstances(List.of(notice.id())).members());
  }

  private static Optional<OrganisationId> organisation(Origin origin) {
    return switch (origin) {
      case Origin.Flagger flagger -> Optional.of(flagger.organisation());
      case Origin.Form _, Origin.Messenger _ -> Optional.empty();
    };
  }
}
