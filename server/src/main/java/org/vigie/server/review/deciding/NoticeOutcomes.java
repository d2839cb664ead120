package org.vigie.server.review.deciding;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.NoticeFinding;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource.FromNotice;

/// Notifies reporters through [Notices], in the language of each notice.
final class NoticeOutcomes implements ReporterNotifier {
  private final Notices notices;
  private final MessageSource messages;

  NoticeOutcomes(Notices notices, MessageSource messages) {
    this.notices = notices;
    this.messages = messages;
  }

  @Override
  public void tell(Case decided, Decision decision) {
    decided.material().sources().stream()
        .filter(FromNotice.class::isInstance)
        .map(source -> ((FromNotice) source).notice())
        .forEach(notice -> tell(notice, decision));
  }

  private void tell(NoticeId id, Decision decision) {
    Notice notice = notices
        .find(id)
        .orElseThrow(() -> new IllegalStateException("a case names a notice that is not there"));
    Explanations explanations = new Explanations(new Texts(notice.claim().language(), messages));
    NoticeFinding finding = finding(id, decision.verdict());
    notices.decided(
        id,
        new Notice.Outcome(
            finding == NoticeFinding.FOUNDED,
            decision.decider() instanceof Decider.Rule,
            explanations.finding(finding),
            Optional.of(finding),
            finding == NoticeFinding.MANIFESTLY_UNFOUNDED));
  }

  private static NoticeFinding finding(NoticeId id, Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoViolation none ->
        none.manifestlyUnfounded().contains(id)
            ? NoticeFinding.MANIFESTLY_UNFOUNDED
            : NoticeFinding.UNFOUNDED;
      case Verdict.Violation violation ->
        violation.acting().isEmpty() ? NoticeFinding.NO_MEASURE : NoticeFinding.FOUNDED;
    };
  }
}
