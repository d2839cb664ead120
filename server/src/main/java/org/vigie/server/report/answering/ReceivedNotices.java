package org.vigie.server.report.answering;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.store.ExplanationStore;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.OpenAgainStore;

/// The notices that are stored.
final class ReceivedNotices implements Notices {
  private final NoticeStore store;
  private final ExplanationStore explanations;
  private final OpenAgainStore openAgain;
  private final ReporterMails mails;
  private final InstantSource clock;

  ReceivedNotices(
      NoticeStore store,
      ExplanationStore explanations,
      OpenAgainStore openAgain,
      ReporterMails mails,
      InstantSource clock) {
    this.store = store;
    this.explanations = explanations;
    this.openAgain = openAgain;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public List<NoticeId> mentioning(String words, int most) {
    return explanations.mentioning(words, most);
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return store.find(id);
  }

  @Override
  public Map<NoticeId, String> explanations(List<NoticeId> notices) {
    return notices.isEmpty() ? Map.of() : explanations.explanations(notices);
  }

  @Override
  public Circumstances circumstances(List<NoticeId> notices) {
    return notices.isEmpty()
        ? Circumstances.UNKNOWN
        : Circumstances.of(store.circumstances(notices));
  }

  @Override
  public void decided(NoticeId id, Notice.Outcome outcome) {
    if (store.decide(id, outcome, clock.instant())) {
      mails.decided(id);
    }
  }

  @Override
  public void openAgain(NoticeId id) {
    openAgain.noteReopened(id, clock.instant());
    openAgain.openAgain(id);
  }
}
