package org.vigie.server.review.deciding;

import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Measure;
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
    decided.sources().stream()
        .filter(FromNotice.class::isInstance)
        .map(source -> ((FromNotice) source).notice())
        .forEach(notice -> tell(notice, decision));
  }

  private void tell(NoticeId id, Decision decision) {
    Notice notice = notices
        .find(id)
        .orElseThrow(() -> new IllegalStateException("a case names a notice that is not there"));
    Texts texts = new Texts(notice.claim().language(), messages);
    boolean founded = isFounded(decision.verdict());
    boolean automated = decision.decider() instanceof Decider.Rule;
    boolean manifestly = isManifestlyUnfounded(id, decision.verdict());
    String key = founded ? "founded" : manifestly ? "manifestly-unfounded" : "unfounded";
    notices.decided(
        id, new Notice.Outcome(founded, automated, texts.get("review.outcome." + key), manifestly));
  }

  private static boolean isManifestlyUnfounded(NoticeId id, Verdict verdict) {
    return verdict instanceof Verdict.NoViolation none
        && none.manifestlyUnfounded().contains(id);
  }

  private static boolean isFounded(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoViolation _ -> false;
      case Verdict.Violation violation ->
        violation.measures().stream()
            .anyMatch(measure -> !measure.word().equals(Measure.NONE.word()));
    };
  }
}
